namespace Capsule.Tests.Mirrors;

/// <summary>A mirror's metadata is all that a form builder needs.</summary>
public sealed class FormTests
{
    [Test]
    public void A_form_is_built_from_metadata_alone() => Assert.That(
        MirrorProcess.Ask<string[][]>("Mirrors/form.mjs", [typeof(Enrolment)], new[] { nameof(Enrolment) })[0],
        Is.EqualTo(new[]
        {
            """{"name":"name","label":"Your name","input":"text","required":true,"help":"As on your passport.","placeholder":"Ann Example","min":2,"max":40}""",
            """{"name":"course","label":"course","input":"select","group":"Contract","value":"advanced","options":[["basic","Beginners"],["advanced","Those who know"],["open","open"]]}""",
            """{"name":"months","label":"Months","input":"number","group":"Contract","value":3,"min":1,"max":12}""",
            """{"name":"email","label":"email","input":"email","nullable":true}""",
            """{"name":"start","label":"start","input":"date","min":"2026-01-01","max":"2026-12-31"}""",
            """{"name":"newsletter","label":"newsletter","input":"checkbox","value":true}""",
            """{"name":"languages","label":"languages","input":"tags","value":["en"],"min":1,"max":2147483647}""",
            """{"name":"discount","label":"discount","input":"text","value":"2.50","min":"0","max":"99.99"}""",
            """{"name":"code","label":"code","input":"text","pattern":"[A-Z]{3}","once":true}""",
        }));
}
