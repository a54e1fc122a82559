using System.ComponentModel.DataAnnotations;

namespace Capsule.Tests.Models;

/// <summary>People, and cards that are given to them. Anna may do everything.</summary>
[CapsuleModel]
public partial class Team
{
    [Reference]
    public partial Person? Leader { get; set; }

    [ChildModel]
    public partial Person? Guest { get; set; }

    [ChildCollection]
    public partial ModelCollection<Person> People { get; }

    [ChildCollection]
    public partial ModelCollection<Person> Alumni { get; }

    [ChildCollection]
    public partial ModelCollection<Assignment> Assignments { get; }

    protected override bool CanEdit(CapsuleUser user) => user.Name == "anna";
}

[CapsuleModel]
public partial class Person
{
    [ClientEditable]
    public partial string Name { get; set; }

    /// <summary>Work of one's own, below the person.</summary>
    [ChildCollection]
    public partial ModelCollection<Assignment> Own { get; }
}

[CapsuleModel]
public partial class Assignment
{
    [ClientEditable]
    public partial string Title { get; set; }

    [ClientEditable, Reference]
    public partial Person? Assignee { get; set; }

    [ClientEditable, Immutable, Reference]
    public partial Person? Author { get; set; }

    [ClientEditable, Reference]
    public partial Assignment? After { get; set; }

    /// <summary>As good as none for those who look from outside.</summary>
    [ServerOnly, Reference]
    public partial Person? Watcher { get; set; }

    [ServerCallable]
    public void GiveTo(string name) => Assignee = Ancestor<Team>()!.People.FindByProperty(person => person.Name, name) ?? new Person();

    protected override IEnumerable<ValidationFailure> ValidateModel() =>
        Title == "urgent" && Assignee is null ? [new("assignee", "Somebody has to do it.")] : [];
}

/// <summary>Has one who must be there.</summary>
[CapsuleModel]
public partial class Errand
{
    [ClientEditable, Required, Reference]
    public partial Person? Runner { get; set; }

    [ChildCollection]
    public partial ModelCollection<Person> People { get; }

    [ChildCollection]
    public partial ModelCollection<Errand> Parts { get; }

    protected override bool CanEdit(CapsuleUser user) => user.Name == "anna";
}
