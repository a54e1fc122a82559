// Each case is a mirror's name and attributes. Says what the mirror objects to.
import { cases, models } from "../Mirrors/question.mjs";

console.log(JSON.stringify(cases.map(([name, attrs]) => models[name].validate(attrs).map(({ attribute, message, isKey }) => [attribute, isKey ? "key" : "", message]))));
