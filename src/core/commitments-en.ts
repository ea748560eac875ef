/** What is said or felt with the words themselves: after "I will" it commits to nothing. Beginnings of verbs. */
const saidAndDone = String.raw`be (?:honest|frank|glad|happy|clear|quick)|need\b|have to\b|try\b|admit|say\b|explain|understand|assume|hope|see if i can|(?:look|check|(?:have|take) a look)(?: (?:it up|into (?:it|this|that)|at (?:it|this|that)|it|this|that))? (?:right |just )?(?:now|away)$`;
/** What one is doing while one writes: it is no deed still to come. */
const going = "look|check|read|see|hop|wonder|ask|try|think|talk|wait|hav|feel|say|tell|go|listen|apolog|deal|be|work|writ|speak|find|show|assum|trust|be|afraid|us|mean|await|mak sure|do|get the|getting (?:an|the same)";
const between = String.raw`(?:(?:also|now|just|then|personally|gladly|immediately|certainly|all|both) )*`;

/** A clause in small letters that commits whoever says it to something still to be done for the customer. */
const commits: readonly RegExp[] = [
  new RegExp(String.raw`\b(?:i|we)(?:'ll| will| shall|'m going to| am going to|'re going to| are going to) ${between}(?!(?:${saidAndDone}|not\b|never\b))[a-z]`),
  new RegExp(String.raw`(?:^|\b(?:and|then|but) )will (?:be (?:there|with you)|arrive|call|ring|write|send|get back|let you know|refund|sort|email|text)\b`),
  new RegExp(String.raw`(?:\b(?:i'm|i am|we're|we are) ${between}|^)(?!(?:${going})[a-z]*ing?\b)(?!(?:sorry|during|according|regarding|including|nothing|everything|anything|something|morning|evening)\b)(?:send|put|call|ring|refund|credit|process|issu|tak|add|set|remov|cancel|book|reserv|order|replac|transfer|chang|mov|bring|com|giv|post|dispatch|ship|arrang|return|pay|keep|hold|escalat|rais|mail|email|upgrad|waiv|forward|pass|fix|drop|deliver|cover)(?:t|p)?ing\b(?! (?:from|because|about|to (?:say|ask)))`),
  /\b(?:you have|i give you|you've got) (?:my|our) word\b|\b(?:i|we) (?:promise|guarantee|swear|commit|undertake)\b|\b(?:leave (?:it|that|this) (?:with|to) (?:me|us)|consider it done|take it as done|count on (?:me|us|it)|rest assured|expect (?:a|my|our) (?:call|reply|message|word|email|letter)|without fail|(?:is|are|it's|that's) on (?:me|us|the house)|my treat|hear from (?:me|us))\b/,
  /\b(?:i|we)(?:'m| am|'re| are)? (?:still )?(?:stay|staying|remain|remaining|here)\b.*\b(?:until|till)\b/,
];

const saysNo = /\b(?:not|no|never|nothing|nobody|none|neither|nor|cannot|unable|hardly)\b|n't\b/;
/** A "no" that takes nothing back. */
const harmlessNo = /\b(?:don't|do not) worry\b|\bno later than\b|\bnot only\b|\bif not\b|\bno problem\b|\b(?:you )?(?:won't|will not|don't|do not) (?:have|need) to\b|\bno need to\b/g;

/** Things that are promised by their kind: what holds for any of them is a rule of the house. */
const things = "refunds?|returns?|credits?|orders?|parcels?|deliver(?:y|ies)|payments?|cards?|products?|items?|invoices?|points|purchases?|receipts?|exchanges?|replacements?|subscriptions?|packages?|shipments?";
const general = new RegExp(String.raw`^(?:(?:a|an|any|each|every|all|most|our|some|all our|the usual) )(?:\w+ )?(?:${things})\b|^(?:refunds|returns|credits|orders|parcels|deliveries|payments|items|points|invoices|products|purchases|exchanges|replacements|packages)\b|\b(?:usually|normally|generally|typically|as a rule|in general|tends? to)\b`);
/** Who says "if" of what comes to the customer tells how things go. */
const conditional = /\b(?:you can|anything|whatever|if|whenever|unless|provided|once you|when you|after you|as long as)\b/;

/** What is done if the customer wishes it is offered. */
const offered = /\bif you (?:'d |would )?(?:\w+ )?(?:rather|want|wish|prefer|need|like)\b|^(?:tell|ask|write)\b.* (?:and|or) i will\b/;

/** Who or what a future may be said of: the customer's own things, and people of the shop. */
const whose = String.raw`(?:it|they|this|that|he|she|(?:your|the|my|our|a|an|another|one of our|somebody|someone|order)(?: [a-z0-9'-]+){0,4}?|somebody|someone|everything)`;
const will = String.raw`(?:'ll| will| shall|'s going to| is going to| are going to) `;
const ahead = String.raw`(?:on (?:monday|tuesday|wednesday|thursday|friday|saturday|sunday|the \d|its way)|today|tonight|tomorrow|by \w+|before \w+|this (?:morning|afternoon|evening|week)|first thing|at \d|in (?:an hour|half an hour|\d)|between|next \w+|within)`;
const happens: readonly RegExp[] = [
  new RegExp(String.raw`\byou(?:'ll| will) (?:also |soon |then )?(?:get|have(?! to)|receive|hear|be (?:refunded|credited|called|contacted|paid|sent))\b`),
  new RegExp(String.raw`\b${whose}${will}(?!need|have to|depend|only|take\b|help\b|be (?:able|necessary|needed|required|asked|happy))[a-z]`),
  new RegExp(String.raw`\b(?:arrives?|leaves?|comes?|gets? (?:to you|there)|(?:calls?|rings?|phones?) you|goes out|is (?:now )?(?:due|coming|booked|moved|set|scheduled|out for delivery))\b.{0,24}\b${ahead}`),
];

/** Whether an English sentence commits the shop to something still to be done for this customer. */
export function commitsEn(sentence: string): boolean {
  const lower = sentence.toLowerCase().replaceAll(/\s+/g, " ").trim();
  if (offered.test(lower)) return false;
  const isRule = general.test(lower);
  const depends = conditional.test(lower);
  return lower.split(/[,;:]| (?:and|but|because|although) /).some((part) => {
    const clause = part.replaceAll(harmlessNo, " ").replace(/[.!]+$/, "").trim();
    if (saysNo.test(clause)) return false;
    return commits.some((pattern) => pattern.test(clause)) || (!isRule && !depends && happens.some((pattern) => pattern.test(clause)));
  });
}
