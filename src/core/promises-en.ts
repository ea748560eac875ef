/** What a person may say they do: look, ask, understand, tell, stay. It moves no money and no goods. Beginnings of verbs. */
const harmless = new RegExp(`^(?:${[
  "look", "check", "read", "see\\b", "seen", "seeing", "saw", "understand", "understood", "ask", "listen", "know", "knew", "stay", "apolog", "hear", "find", "found", "follow", "note", "noting", "explain", "tell", "told", "think", "thought", "hope", "hoping", "appreciate", "thank", "ring\\b", "ringing", "rang", "speak", "spoke", "talk", "open", "imagine", "feel", "felt", "want", "need", "agree",
  "regret", "work", "have", "had", "has", "am\\b", "are\\b", "was\\b", "were\\b", "be\\b", "been", "being", "wonder", "believe", "realise", "realize", "recognise", "recognize", "recommend", "suggest", "say", "said", "write", "writing", "written", "wrote", "let\\b", "keep", "kept", "try", "trying", "tried", "take care", "taking care", "sum", "go\\b", "going through", "confirm", "record", "log", "report", "investigat", "contact", "call", "wait", "remain", "help", "learn", "like", "love", "share", "repeat",
  "can\\b", "cannot", "can't", "could", "would", "do\\b", "don't", "did", "didn't", "must", "should", "won't keep you", "only", "really", "truly", "fully", "so\\b", "very", "not\\b", "here\\b", "on it", "with you", "sorry", "glad", "afraid", "happy", "right", "sure", "aware", "also", "now\\b", "just", "already",
].join("|")})`);

/** Words between who speaks and what they do. */
const between = String.raw`(?:(?:also|now|just|already|then|personally|certainly|gladly|immediately|straight away|currently|still|both|all|first|even|never|not|be|to|have|been|going|go ahead and) )*`;

/** Deeds of whoever speaks; the first group is the verb and what follows it. */
const own = [
  new RegExp(String.raw`\b(?:i|we|and|but|then)(?:'ll| will| shall| won't| will not|'d| would| can| could| may| might| must| have to|'m going to| am going to|'re going to| are going to) ${between}([a-z']+(?: [a-z']+)?)`, "g"),
  new RegExp(String.raw`\b(?:i|we)(?:'m| am|'re| are)(?: \w+ly| now| just| also| already| still)* ([a-z]+ing(?: [a-z']+)?)`, "g"),
  new RegExp(String.raw`\b(?:i|we)(?:'ve| have)(?: \w+ly| now| just| also| already| both)* ([a-z]+ed|sent|put|given|made|paid|got|done|taken|set|sold|found|seen|read|told|spoken|written|had|been|booked)\b`, "g"),
  /\b(?:i|we) (?!will|'|am|are|have|had|shall|would|can|could|may|might|must|was|were|do|did|won't)(?:\w+ly |now |just |also |already |then |both )*([a-z]+(?: [a-z']+)?)/g,
  /\b(?:let me|let us|let's|allow me to|happy to|glad to|able to) (?:just |now )?([a-z]+(?: [a-z']+)?)/g,
  /(?:^|[.;:!?,] ?|\band )((?!nothing|something|anything|everything|being|during|according|morning|evening|waiting|having|seeing|including|regarding)[a-z]+ing) (?=you|your|the|this|that|it|a|an|another|new|out)/g,
];

/** What comes to the customer, whoever sends it; any future but what is asked of nobody. */
const coming = /\b(?:money|penny|pence|cents?|on (?:us|me)\b(?! to)|on (?:the|its|a) (?:van|truck|lorry)|out for delivery|expect (?:it|them|your|the|a)|consider (?:it|that|the|your)|you (?:get|keep)|you can (?:keep|have|collect|expect)|you(?:'re| are) (?!waiting|having|looking|seeing|asking|feeling|going through|telling|saying|trying|writing)[a-z]+ing (?:a|an|it|the|your|another)|on the house|our treat|on (?:its|the|their) way|yours to keep|no need to pay|nothing to pay|you have my word|my word|take it as done|consider it done|waive\w*|replace\w*|(?:a|the) new (?:one|box|bottle|order|parcel|delivery)|another (?:one|box|bottle|order|parcel|delivery)|spare one|at no cost|no cost|without fail|(?<!(?:when|if|whether|until) (?:it|they) )arriv(?:es|ing)|reach(?:es)? you|(?:come|comes|coming) (?:to you|back|by|on|round|over|today|tonight|first)|gets? (?:to you|there)|be with you|with you (?:by|before|on|in|today|tonight)|leaves? (?:today|tonight|now|on|first|the)|being (?:sent|shipped|delivered|dispatched|processed|returned)|(?:has|have) been (?!opened|noted|logged|asked|told|said|recorded|written|read|waiting|having|through|going|trying|looking|difficult|hard|a\b|an\b|so\b|very|too|there|here|on\b|with\b|in\b|late|delayed|held)[a-z]+|(?:has|have|is|are) (?:now |already |been )*(?:sent|shipped|dispatched|delivered|cancelled|canceled|credited|paid|processed|booked|reserved|sorted|resolved|waived|removed|returned to you))\b/;
const future = /\b(?!i\b|we\b|and\b|but\b|then\b|i'|we')[a-z]+(?:'ll| will| won't| shall|(?:'s|'re| is| are) going to) (?!(?:not )?(?:have|need) to (?:tell|repeat|explain|say|do))(?!tell me|let me know|see this whole)/;
/** What a product holds, and whether there is any: its label and the shelf say so, for each product and day. */
const facts = /\b(?:contains?|does not have|doesn't have|free (?:of|from)|safe (?:to|for)|suitable for|in stock|out of stock|sold out|(?:none|some|plenty) (?:of \w+ )?left|there (?:is|are) (?:none|no more|some|plenty))\b/;

/** Whether an English sentence commits whoever says it, or the shop. @param text in small letters */
export function committingEn(text: string): boolean {
  if (coming.test(text) || future.test(text) || facts.test(text)) return true;
  return own.some((pattern) => [...text.matchAll(pattern)].some(([, deed = ""]) => !harmless.test(deed)));
}
