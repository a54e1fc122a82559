using Capsule.Protocol;

namespace Capsule.Tests.Access;

/// <summary>Rules on the class of a collection.</summary>
public class OwnCollectionTests
{
    private static readonly CapsuleUser User = CapsuleUser.Named("kim");

    private Gallery _gallery = null!;

    [SetUp]
    public void MakeGallery()
    {
        _gallery = new Gallery();
        _gallery.Pictures.Add(new Picture { Title = "one" });
        _gallery.Pictures.Add(new Picture { Title = "two", IsFixed = true });
    }

    [Test]
    public void The_collection_decides_about_adding_and_sees_the_item_in_its_place()
    {
        Assert.That(_gallery.Pictures.SafeAdd(User, """{"title":""}""").Error!.Code, Is.EqualTo(ErrorCode.Forbidden));
        Assert.That(_gallery.Pictures.SafeAdd(User, """{"title":"three"}""").IsApplied);
        Assert.That(_gallery.Pictures.SafeAdd(User, """{"title":"four"}""").Error!.Code, Is.EqualTo(ErrorCode.Forbidden));
        Assert.That(_gallery.Stored.SafeAdd(User, """{"title":""}""").IsApplied, "the other collection has no such rule");

        Assert.That(_gallery.Pictures.Select(picture => picture.Title), Is.EqualTo(["one", "two", "three"]));
    }

    [Test]
    public void The_collection_decides_about_moving_within_it_out_of_it_and_into_it()
    {
        Picture one = _gallery.Pictures[0];
        Picture two = _gallery.Pictures[1];

        Assert.That(_gallery.Pictures.SafeMove(User, two.Id, Placement.At(0)).Error!.Code, Is.EqualTo(ErrorCode.Forbidden));
        Assert.That(_gallery.Stored.SafeMove(User, two.Id, default).Error!.Code, Is.EqualTo(ErrorCode.Forbidden));
        Assert.That(_gallery.Stored.SafeMove(User, one.Id, default).IsApplied);
        Assert.That(one.SafeSet(User, """{"isFixed":true}""").IsApplied);
        Assert.That(_gallery.Pictures.SafeMove(User, one.Id, default).Error!.Code, Is.EqualTo(ErrorCode.Forbidden));

        Assert.That(_gallery.Pictures, Is.EqualTo([two]));
        Assert.That(_gallery.Stored, Is.EqualTo([one]));
    }

    [Test]
    public void The_collection_decides_about_removing()
    {
        Assert.That(_gallery.Pictures[1].SafeDelete(User).Error!.Code, Is.EqualTo(ErrorCode.Forbidden));
        Assert.That(_gallery.Pictures[0].SafeDelete(User).IsApplied);

        Assert.That(_gallery.Pictures, Has.Count.EqualTo(1));
    }

    [Test]
    public void The_owner_is_asked_where_the_collection_asks_it()
    {
        Assert.That(_gallery.Pictures.SafeAdd(CapsuleUser.Anonymous, """{"title":"x"}""").Error!.Code, Is.EqualTo(ErrorCode.Forbidden));
        Assert.That(_gallery.Pictures[0].SafeDelete(CapsuleUser.Anonymous).Error!.Code, Is.EqualTo(ErrorCode.Forbidden));
    }

    [Test]
    public void An_export_comes_back_into_a_collection_of_the_same_class()
    {
        var copy = new Gallery();
        copy.Mport(_gallery.Xport());

        Assert.That(copy.Pictures, Is.TypeOf<Pictures>());
        Assert.That(copy.Xport(), Is.EqualTo(_gallery.Xport()));
    }
}
