// Each case is a mirror's name and attributes as they are on the wire, where every digit of theirs is. Says what the mirror objects to.
import { cases, load, models } from "../Mirrors/question.mjs";

const { failuresIn } = await load("schema/validate.js");
console.log(JSON.stringify(cases.map(([name, attrs]) => failuresIn(models[name].metadata, attrs).map(({ attribute, message }) => [attribute, "", message]))));
