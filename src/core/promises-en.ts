/** Deeds of value: what touches a customer's money, goods, contract or time. As in the dictionary; the forms are made from them. */
const verbs = (
  "refund reimburse repay pay credit deduct waive charge bill give throw send resend ship dispatch despatch deliver bring replace exchange swap reserve book rebook cancel renew extend upgrade downgrade "
  + "switch reschedule rearrange schedule arrange process issue apply add remove reverse collect pick pop drop knock match grant approve authorise authorize transfer activate reactivate reconnect restore "
  + "install unblock discount reduce lower compensate reward gift award order reorder buy sell repair save secure prepare pack assign allocate accommodate seat enrol return expedite rush put hold strike mail post refill slip "
  + "deposit release reinstate redeliver redirect reroute lift erase settle uncheck freeze absorb double halve unlock pause reissue suspend accept"
).split(" ");
const irregular = "repaid paid gave given threw thrown sent resent brought bought sold put held struck stricken frozen froze forgave forgiven";

const oneOf = (words: readonly string[]): string => `(?:${words.join("|")})`;
/** The verb without what its ending swallows, and its last letter once more: "swapping", "waiving". */
const stretched = (verb: string): string => (verb.endsWith("e") ? verb.slice(0, -1) : `${verb}${verb.at(-1) ?? ""}?`);
/** Verbs that are such a deed with some objects only: "take it off", "change your seat"; "change" alone is what weather does. */
const phrases = "(?:change|move)\\b(?= (?:it|this|that|these|them|your?|the|both)\\b)|offer\\b(?= (?:you|your|an?|the|free|some|it|another|this|that|\\d|\\[|complimentary))|cover\\b(?= (?:it|the|this|that|your)\\b)|hand\\b(?= (?:you|over)\\b)|(?:honou?r|forgive)\\b(?= (?:the|your|that|it|this)\\b)|write\\b(?=[^,]* off)|let\\b(?= you (?:have|return|keep|swap|exchange|off))|take\\b(?=[^,]* (?:off|out)\\b)|set\\b(?=[^,]* aside)|get\\b(?= you (?:an?|another|some|the)\\b)";
/** Verbs that do anything to anything: what they do is of value only where its object is. */
const light = "push stop start close open make get sort fix cut trim clear agree set run find keep launch fly bring pull".split(" ");
const lightPast = "made|done|got|cut|set|ran|found|kept|flown";
const ofValue = String.raw`(?! sure)(?= (?:[\w']+ ){0,4}(?:payment|refund|money|fee|charge|contract|seat|room|flight|appointment|debit|plan|points|miles|balance|price|rate|tariff|penalty|deposit|order|delivery|parcel|part|reservation|booking|subscription|discount|credit|you out)s?\b)`;
const base = `(?:${oneOf(verbs)}\\b(?!-)|${oneOf(light)}\\b${ofValue}|${phrases})`;
const ing = `(?:${oneOf(verbs.map(stretched))}ing\\b|${oneOf(light.map(stretched))}ing\\b${ofValue}|offering\\b(?= (?:you|your|an?|the|free|some|it|another)\\b)|(?:changing|moving)\\b(?= (?:it|this|that|them|your?|the)\\b)|taking\\b(?=[^,]* (?:off|out)\\b))`;
const past = `(?:${oneOf(verbs.map((verb) => verb.replace(/([^aeo])y$/, "$1i")).map(stretched))}ed|${irregular.replaceAll(" ", "|")}|(?:${oneOf(light.map(stretched))}ed|${lightPast})\\b${ofValue}|offered|covered|handed|changed|moved(?! by)|honou?red(?! to)|set\\b(?=[^,]* aside)|(?:took|taken|written|wrote)\\b(?=[^,]* (?:off|out)\\b))\\b`;

const adverbs = String.raw`(?:(?:also|now|just|already|then|gladly|still|both|all|first|even|please|always|never|not|to|go ahead and|either|back|have|has|had|been|\w+ly) )*`;
const us = String.raw`(?:i|we|they|he|she|(?:team|driver|courier|carrier|warehouse|store|shop|colleague|manager|engineer|technician|supervisor|boss|bank|system|airline)s?)`;
const goods = String.raw`(?:order|parcel|package|box|bottle|delivery|shipment|items?|card|bags?|flight|plane|driver|courier|carrier|van|lorry|engineer|technician|repair|replacement|money|payment|refund|credit|voucher|discount|compensation|reimbursement|upgrade|spare|fee|charge|new one)`;
const beside = String.raw`(?: (?:you|it|this|that|them|those|these|both|(?:your|the|a|an) \w+(?: \w+)?))`;

/** What a deed done with words is done to: "send you a link", "put a note on it", "drop us a line". Goods named before the word are what is sent. */
const onlyWords = new RegExp(String.raw`^(?: (?!${goods}\b)[\w'@[\]-]+){0,4}? (?:us|me|myself|ourselves|you one|you through|notes?|comments?|feedback|cases?|requests?|complaints?|compliments?|reports?|messages?|e-?mails?|text|info|information|details?|photos?|links?|forms?|questions?|quer\w+|answers?|repl(?:y|ies)|updates?|apolog\w+|thanks|thoughts?|suggestions?|dms?|words?|calls?(?!-)|ring|advice|tips?|help|assistance|support|hand|look|care|moment|minute|time|steps?|concerns?|attention|experiences?|eye|mind|heart|smiles?|love|wishes|regards|kudos|shout\w*|heads|touch|lift|praise|together|forward to|team|teams|colleagues?|department|dept|supervisor|managers?|staff|way|praises?|pat on|something to|leaders?|leadership|management|options?|reasons?|explanation|services?|journey|posted|informed|chance|ears?|trouble|effort|(?:the|a) line|on hold|covered)\b`);

/** What is asked, wondered at or regretted, up to the next "and". */
const unsaid = /\b(?:why|how|what|which|who|where|when|sorry|apolog\w+|regret|instead of|used to|wish|hear(?:ing)?|did (?:i|we|they|he|she|it)|should have|would have|could have|(?:must|have to|has to|needs? to) be|(?:wants?|like) (?:you|your|our|the|every|each)|hop(?:e|ing) (?:you|it|your|that|the)) /;
/** What may not be or cannot be, to the end of its clause. */
const unreal = /\b(?:if|whether|unless|in case|unable|can't|cannot|can not|couldn't|could not|not (?:be )?(?:able|possible)|impossible|without|before|required|subject|nobody|no one)\b/;
const denied = /(?:\bnot|n't|\bnever|\bno longer|\bnothing)(?: (?!i\b|we\b)[\w']+){0,6} $/;
/** To refuse to do these is a deed as well. */
const sparing = /^(?:charg|bill|cancel|deduct|tak|you(?:'ll)? pay|pay|cost|you |contain|safe|suitable|in stock|gluten|is |are )/;
/** The customer's own deed: "you can", "you'd need to", "for you to". */
const customers = /\b(?:you|customers?|passengers?|guests?|who|people|everyone)(?:'(?:ll|d|ve|re))? (?:(?:can|could|may|might|will|would|should|must|do|did|don't|didn't|have|had|need|want|wanted|wish|like|prefer|decided?|choose|chose|to|also|just|already|still|ever|not|never|be|been|able|are|going|plan|planning|try|trying|tried|even|either|go|log in|call|and|or|\w+ly) )*$/;

/** How a deed stands in its clause. The first group, the last thing read, is the verb. */
const active = [
  String.raw`(?:\b(?:${us}|will|can|could|would|shall|may|might|must|let me|let us|let's|don't|won't)|'ll|'d) ${adverbs}(?:be able to )?(?:help |get |like to |need to |love to |want to |try to )?(${base})`,
  String.raw`\b(?:${us}|let me|happy|glad|able|pleased|delighted|like us|like me)\b.* (?:to|and|then|or) ${adverbs}(${base})`,
  String.raw`(?:\b(?:am|are|is|be|been|and|now|start|keep|by|i'm|\w+'re|\w+'s) |^(?!\w+ [^,]* is\b)(?=[\w ]+ing (?:it|you|your|the|this|that|an?|another|out)\b))${adverbs}(${ing})(?! (?:address|reference|number|code|details|process|system|office|team|department))`,
  String.raw`\b${us}(?:'ve|'d|'s| have| has| had|[^,]* and)? ${adverbs}(${past})`,
  String.raw`(?:\bget|getting|have|having|had)${beside} ${adverbs}(${past})`,
].map((pattern) => new RegExp(pattern, "g"));
const passive = [
  String.raw`(?:\b(?:be|been|being|was|gets?|got|getting|consider|(?:your?|it|this|that|they|both|all|everything|${goods})(?: \w+){0,2} (?:is|are))|\w'(?:s|re))${beside}? ${adverbs}(${past})`,
  String.raw`\b(?:is|are) ${adverbs}(${past})(?= (?:for you|to you|in your|now|already|off)\b|$)`,
  String.raw`^(?:(?:and|all|done|now|already|both|yes|ok|okay|is|it|that|order|one|charge|fee|payment) )*(${past})(?= for| as| back| to\b| today| now|$)`,
].map((pattern) => new RegExp(pattern, "g"));

/** What comes to the customer by itself, what the shelf or the label says, and words that stake something. Nobody need do anything for it. */
const comes = new RegExp([
  String.raw`\b(?:your|the|a|another|our|one|full) (?:\w+ ){0,2}(?:${goods}|points|miles|power|electricity|supply)(?: (?:ships|leaves|goes out|ends|lands|comes|will|won't|shall|is going to|should)|'ll) (?!(?:be able|call|contact|ring|text|write|email|help|assist|let)\b)`,
  String.raw`\b(?:your|the|a|another|full|that) (?:\w+ )?(?:money|refund|credit|voucher|discount|compensation|reimbursement|replacement)(?:'s| is| has| was| goes| comes| leaves| back| on\b| in your)`,
  String.raw`\byou(?:'ll| will| should| can| may)? (?:soon |now |also |still )?(?:be )?(?:get|receiv|keep|expect|collect)(?:e|ing|ting)? (?:it|them|both|your|the (?:refund|money|new|credit)|an? (?:refund|new|replacement|full|free|spare|credit|voucher)|another)\b|\byou(?:'ll| will) have (?:it|them|your)\b`,
  String.raw`\byou(?:'re| are) (?:getting|receiving|entitled|eligible|due|covered)|(?:owe|due) you\b(?! an (?:explanation|apology|answer))|(?:^|just |can )keep (?:(?:it|both|them)(?= with| as| for| free| too|$)|the (?:broken|damaged|old|wrong|faulty|first)\b)|yours to keep`,
  String.raw`\bconsider (?:it|that|this) (?:\w+ed|done)|(?:debit|payment|fee|charge|contract|penalty|price|order) (?:has been|is now|will be) (?:stopped|closed|cut|cleared|fixed|sorted|made|set)|(?:^|\bcan )expect (?:it|them|your|the|a)\b`,
  String.raw`\b(?:it|they|he|she|that|this|which|flight|order|parcel|somebody|someone)(?:'ll| will| should|'s going to|'re going to) (?:now |also |just )?(?:be (?:there|here|with|back|on|at|delivered|ready|departing|arriving|boarding)|come|arrive|reach(?! out)|leave|land|get (?:to|there)|depart|go out)\b`,
  String.raw`\b(?:will|'ll|(?<!\b(?:great|good|glad|love|like|nice|lovely|happy) )to|'d) (?:have|get) (?:you|it|them|your \w+|the \w+)(?: \w+)? (?:on (?:your|the|its) way|home|in the air|airborne|moving|up|out|ready|there|to you|over to you|back|soon|in place|going|to your)\b|\bget you (?:on|home|there|in the air|moving|to your)\b`,
  String.raw`\b(?:driver|courier|carrier|van|engineer|technician)s? (?:visits?|comes?|picks?|brings?|calls? round|delivers?)\b|\byou(?:'ve| have) (?:got )?(?:a|an|your) (?:\w+ ){1,3}coming\b|\bhave [^,]* with you (?:by|in|on|before|to)`,
  String.raw`\bon (?:its|their|her|his|the) way\b(?! back| home| out)|\b(?:fee|charge|penalty|bill) (?:is |has )?gone\b|\byou're (?:now )?on (?:the )?(?:\w+ )?(?:list|flight|train|tariff|plan)\b|\bon (?:its|the|a) (?:van|truck|lorry)|out for delivery|arrives\b|(?:reach(?:es)? you|gets? (?:to you|there)|comes? (?:to you|round|today|tonight)|leaves? (?:today|tonight|now|first))\b|\bis (?:arriving|coming|departing|landing|leaving|boarding|scheduled)`,
  String.raw`be with you (?:by|before|on|today|tonight)|on your doorstep|make it up to you|show(?:s)? up on your|you (?:won't|will not|don't) (?:lose|have to pay)|(?<!\b(?:count|rely|depend|bear|easy|hard) )on (?:us|me)\b(?! to)`,
  String.raw`\b(?:contains?|(?:it|that|this|which|one) (?:doesn't|does not) have(?! an?\b)|free (?:of|from)|(?:gluten|nut|dairy|lactose|sugar|wheat|egg|milk|soya?|allergen)[ -]free|safe (?:to eat|for)|suitable for|in stock|out of stock|sold out|nothing to pay|no need to pay|costs? (?:you )?(?:a penny|nothing|anything)|pay (?:a penny|nothing)|you (?:won't|will not|don't (?:have|need) to|needn't) pay|(?:none|some|plenty) (?:of \w+ )?left|left in (?:the )?(?:shop|store|stock)|(?:is|are) (?:still |now |not )?available(?! to (?:help|assist|answer|talk|speak)))\b`,
  String.raw`\b(?:money back|guarantee\w*|for free|free of charge|no (?:extra |additional )?(?:charge|cost|fee)|at our expense|half price|on the house|our treat|(?:i|we) promise|assure you (?:that )?(?:it|you|they|your)|(?:my|our) word|without fail)\b`,
].join("|"), "g");

/** Clauses end at stops, and before whoever does the next thing. The question mark stays. */
const clauses = (text: string): string[] =>
  (text.match(/[^.!?;:]+[.!?;:]?/g) ?? []).flatMap((sentence) => {
    const parts = sentence.split(/, ?| (?:but|so|because|while|until|as soon as|once|although|though) | [-–—] |(?<!\b(?:if|when|whether|why|how|what|which|who|where|that|before|as|did|do|can|could|shall|should|may|would|will|have|are|and|sorry|hear))(?<=[\w\]]) (?=(?:i|we|they)(?:'| \w))/);
    return parts.map((part) => part.replace(/[.!;:]$/, "").trim() + (sentence.endsWith("?") && !part.endsWith("?") ? "?" : ""));
  });

/** A question promises only where it offers: "shall I", "can we". */
const isAsked = (clause: string): boolean => clause.endsWith("?") && (!/\b(?:i|we|us|me)\b/.test(clause) || /\b(?:did|have|has|had|was|were|do) (?:i|we)\b/.test(clause));
const isUnsaid = (lead: string): boolean => unreal.test(lead) || unsaid.test(`${lead.slice(lead.lastIndexOf(" and ") + 1)} `);

/** Whether an English sentence commits whoever says it, or the shop. @param text in small letters, straight apostrophes */
export function committingEn(text: string): boolean {
  const found = (clause: string, patterns: readonly RegExp[], counts: (lead: string, verb: string, rest: string) => boolean): boolean =>
    patterns.some((pattern) => [...clause.matchAll(pattern)].some(({ 0: whole, 1: verb = whole, index }) => {
      const end = index + whole.length;
      const lead = clause.slice(0, end - verb.length);
      return !isUnsaid(lead) && (!denied.test(lead) || sparing.test(verb)) && counts(lead, verb, clause.slice(end));
    }));
  return clauses(text.replaceAll(/[()"“”]/g, " ")).some((clause) => !isAsked(clause) && (found(clause, [comes], () => true)
    || found(clause, passive, (_lead, _verb, rest) => !onlyWords.test(rest)) || found(clause, active, (lead, _verb, rest) => !customers.test(lead) && !onlyWords.test(rest))));
}
