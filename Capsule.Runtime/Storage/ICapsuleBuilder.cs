namespace Capsule;

/// <summary>An application that is being put together, as far as the packages of stores need to know it: each adds a <c>Use…</c> of its own to this.</summary>
public interface ICapsuleBuilder
{
    /// <summary>Keeps the trees in the store that this makes, in place of any chosen before. It is made once, from the application's services, which dispose of it.</summary>
    void UseStore(Func<IServiceProvider, ICapsuleStore> create);
}
