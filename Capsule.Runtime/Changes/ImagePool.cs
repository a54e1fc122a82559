using Capsule.Internals;

namespace Capsule.Changes;

/// <summary>Before-images of one model class that wait for their next turn.</summary>
internal sealed class ImagePool(ModelType type)
{
    private BeforeImage? _first;

    public ModelType Type { get; } = type;

    public BeforeImage Rent(CapsuleModel model)
    {
        BeforeImage? image = _first;
        if (image is null)
        {
            return model.CreateBeforeImage();
        }

        _first = image.Next;
        image.Next = null;
        return image;
    }

    public void Return(BeforeImage image)
    {
        image.Clear();
        image.Differing = 0;
        image.Next = _first;
        _first = image;
    }
}
