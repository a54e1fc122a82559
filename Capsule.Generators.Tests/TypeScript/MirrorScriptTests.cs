using Capsule.Generators.Emitting.TypeScript;
using Capsule.Generators.Models;
using Capsule.Mirrors;

namespace Capsule.Generators.Tests.TypeScript;

/// <summary>The JavaScript form works as it is, one file a model or all in one module, in any order.</summary>
public sealed class MirrorScriptTests
{
    /// <summary>What the mirrors need of the client: where values come from, and where they go.</summary>
    private const string Client = """
        export class Model {
          #values;
          constructor(values) { this.#values = values; }
          get(name) { return this.#values[name]; }
          children(name) { return this.#values[name]; }
          child(name) { return this.#values[name]; }
          assign(name, value) { this.#values[name] = value; }
        }
        """;

    private const string Use = """
        import assert from "node:assert/strict";
        const comments = [];
        const card = new Card({ title: "Old", dueAt: null, comments, author: "someone" });
        card.title = "New";
        assert.equal(card.title, "New");
        assert.equal(card.comments, comments);
        assert.equal(card.author, "someone");
        assert.throws(() => { card.dueAt = 1; }, TypeError);
        assert.equal("ownerId" in card, false);
        assert.equal(Card.metadata.type, "card");
        assert.equal(Card.metadata.collections.comments(), Comment);
        assert.equal(Card.metadata.models.author(), Author);
        assert.deepEqual(Card.metadata.methods, { archive: { args: [{ kind: "string" }], result: { kind: "int32" } } });
        assert.deepEqual(Card.metadata.attributes.priority, { kind: "enum", values: ["low", "veryHigh"], editable: true });
        assert.match(Card.metadata.hash, /^[0-9a-f]{16}$/);
        console.log("used");
        """;

    [Test]
    public void Modules_of_their_own_load_and_work()
    {
        using var workspace = new MirrorWorkspace();
        workspace.Write("package.json", """{ "type": "module" }""");
        workspace.Write("client.js", Client);
        workspace.WriteModules(".js", Mirror.WriteJavaScript, "./client.js");
        workspace.Write("use.js", $"import {{ Card }} from \"./Card.js\";\nimport {{ Comment }} from \"./Comment.js\";\nimport {{ Author }} from \"./Author.js\";\n{Use}");
        Assert.That(workspace.Node("use.js"), Is.EqualTo((0, "used\n")));
    }

    [TestCase(false)]
    [TestCase(true)]
    public void All_in_one_module_they_load_in_any_order(bool reversed)
    {
        using var workspace = new MirrorWorkspace();
        workspace.Write("package.json", """{ "type": "module" }""");
        workspace.Write("client.js", Client);
        IEnumerable<ModelSpec> models = reversed ? MirrorWorkspace.Models.Reverse() : MirrorWorkspace.Models;
        workspace.Write("models.js", "import * as capsule from \"./client.js\";\n" + MarkedText.Whole(string.Concat(models.Select(Mirror.WriteJavaScript))));
        workspace.Write("use.js", $"import {{ Card, Comment, Author }} from \"./models.js\";\n{Use}");
        Assert.That(workspace.Node("use.js"), Is.EqualTo((0, "used\n")));
    }

    [Test]
    public void No_form_names_what_is_for_the_server_only()
    {
        ModelSpec card = MirrorWorkspace.Models.Single(model => model.WireName == "card");
        Assert.That(
            string.Concat(Mirror.WriteTypeScript(card), Mirror.WriteJavaScript(card), Mirror.WriteDeclarations(card)),
            Does.Not.Contain("ownerId").IgnoreCase);
    }
}
