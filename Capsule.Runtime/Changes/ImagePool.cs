using Capsule.Internals;

namespace Capsule.Changes;

/// <summary>Before-images of one model class that wait for their next turn.</summary>
internal sealed class ImagePool(ModelType type)
{
    private Slot[] _images = new Slot[16];
    private int _count;

    public ModelType Type { get; } = type;

    public BeforeImage Rent(CapsuleModel model) => _count == 0 ? model.CreateBeforeImage() : _images[--_count].Image;

    public void Return(BeforeImage image)
    {
        image.Clear();
        image.Differing = 0;
        if (_count == _images.Length)
        {
            Array.Resize(ref _images, 2 * _count);
        }

        _images[_count++] = new Slot(image);
    }

    /// <summary>An array of a class checks the type of what is stored in it, an array of a struct need not.</summary>
    private readonly record struct Slot(BeforeImage Image);
}
