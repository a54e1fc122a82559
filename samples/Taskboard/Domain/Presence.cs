using Capsule;

namespace Taskboard.Domain;

/// <summary>Who looks at the board now.</summary>
[CapsuleModel]
public partial class Presence
{
    /// <summary>Each once, however many tabs they have open; who came first is first. Not stored: whoever was here when a server dies is gone, and comes back by joining.</summary>
    [ChildCollection, Transient]
    public partial ModelCollection<Person> People { get; }

    /// <summary>No client writes here: the server knows who is there.</summary>
    protected override bool CanEdit(CapsuleUser user) => false;

    internal void Enter(CapsuleUser user)
    {
        Person person = Find(user) ?? People.Add(new Person { UserId = user.Id, Name = user.ToString(), IsMember = user.Is(Roles.Member) });
        person.Tabs++;
    }

    internal void Leave(CapsuleUser user)
    {
        if (Find(user) is { } person && --person.Tabs == 0)
        {
            People.Remove(person);
        }
    }

    private Person? Find(CapsuleUser user) => People.FirstOrDefault(person => person.UserId == user.Id);
}
