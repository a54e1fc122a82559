namespace Capsule.Generators.Tests.Harness;

internal static partial class Examples
{
    /// <summary>A club of which hardly anybody is told everything.</summary>
    public const string Narrowed = """
        using System.ComponentModel.DataAnnotations;
        using System.Linq;

        namespace Clubs;

        /// <summary>A club; its <see cref="Budget"/> is not for everybody, and ⟦0:this⟧ is no mark.</summary>
        [CapsuleModel]
        public partial class Club
        {
            /// <summary>What it is called.</summary>
            [ClientEditable, Display(Name = "⟦0:Name⟧")]
            public partial string Name { get; set; }

            /// <summary>What there is to spend, before <see cref="Spend"/>.</summary>
            [ClientEditable, VisibleTo(Roles = "treasurer, chair"), Range(0, 1000), Display(Name = "Money")]
            public partial int Budget { get; set; }

            [VisibleTo(Policy = "audit")]
            public partial Account? Account { get; set; }

            [ClientEditable, VisibleTo(Roles = "chair")]
            public partial Account? Reserve { get; set; }

            /// <summary>Shown to some, and to be found in every mirror.</summary>
            [VisibleTo(nameof(IsOpen))]
            public partial string Door { get; set; }

            [ClientEditable, Reference, VisibleTo(Roles = "chair")]
            public partial Member? Heir { get; set; }

            [ChildCollection]
            public partial ModelCollection<Member> Members { get; }

            [ChildCollection, VisibleTo(Roles = "chair")]
            public partial ModelCollection<Plot> Plots { get; }

            [ChildCollection, VisibleTo(Roles = "chair", Policy = "audit")]
            public partial ModelCollection<Vault> Vaults { get; }

            [ChildModel, VisibleTo(Roles = "treasurer, chair")]
            public partial Vault? Safe { get; set; }

            /// <summary>Whether <see cref="Budget"/> is enough.</summary>
            [Computed] public bool IsRich => Budget > 500;

            [Computed] public int Size => Members.Count;

            [Computed] public bool IsStrange => IsRich && Vaults.Any(vault => vault.Code == "0");

            [Computed] public int Fees => Members.Sum(member => member.Owed);

            /// <summary>Spends some.</summary>
            [Exposed(Roles = "treasurer, chair")]
            public Bill Spend(int amount, Urgency urgency) => new(amount, new(""));

            [Exposed]
            public void Greet(string words) => Door = words;

            private bool IsOpen(CapsuleUser user) => true;
        }

        /// <summary>How soon.</summary>
        public enum Urgency { Now, Later }

        /// <summary>Where money lies.</summary>
        public sealed record Account(string Number);

        /// <summary>What was spent.</summary>
        public sealed record Bill(int Amount, Account From);

        [CapsuleModel]
        public partial class Member
        {
            [ClientEditable, VisibleTo(Roles = "treasurer")]
            public partial int Owed { get; set; }

            [ChildModel, VisibleTo(Roles = "treasurer")]
            public partial Letter Letter { get; }

            /// <summary>Remembers the club, as what a member leads back to.</summary>
            [Computed] public string Of => Ancestor<Club>()!.Name;
        }

        [CapsuleModel]
        public abstract partial class Plot
        {
            public partial string Aim { get; set; }
        }

        [CapsuleModel]
        public partial class Coup : Plot
        {
            [Reference] public partial Member? Victim { get; set; }
        }

        [CapsuleModel]
        public partial class Party : Plot
        {
            [ChildCollection] public partial ModelCollection<Letter> Letters { get; }
        }

        [CapsuleModel]
        public partial class Vault
        {
            public partial string Code { get; set; }

            [ChildCollection] public partial ModelCollection<Bar> Bars { get; }
        }

        [CapsuleModel]
        public partial class Bar
        {
            public partial int Weight { get; set; }

            [ChildModel] public partial Vault? Inside { get; set; }
        }

        [CapsuleModel]
        public partial class Letter
        {
            [VisibleTo(Roles = "chair")] public partial string Text { get; set; }
        }
        """;
}
