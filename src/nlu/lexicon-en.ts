import type { LexiconSource } from "./lexicon.ts";

// How customers of a shop write what they feel, British and American. Words that only name a topic (broken, cancel, refund,
// error, complaint) are left out on purpose: they say what happened, not how it feels.
export const englishLexicon: LexiconSource = {
  groups: [
    {
      emotion: "angry", valence: -0.85, arousal: 0.8, weight: 1,
      words: `angry angrier angriest anger furious fuming livid outrag* enraged rage raging mad pissed seething irate disgust* disgrace* appalling appalled shameful shame shambles
        scam scammed scammer* scamming fraudsters crooks crook thieves thief robbery ripoff rip-off  liar* lying lied lies cheat cheated cheating conned
        shit shitty bullshit crap crappy fuck* fucking wtf damn damned bastard* asshole* arsehole* idiot* moron* stupid useless incompetent incompetence pathetic garbage trash clown* rude insult* insulting unacceptable intolerable inexcusable outrageous despicable hate hated hates worst terrible horrible horrendous atrocious abysmal dreadful awful suing`,
      phrases: ["fed up", "had enough", "i've had it", "sick of", "sick and tired", "last straw", "how dare you", "taking the piss", "taking the mick", "what a joke", "is a joke", "an absolute joke", "are you kidding", "are you kidding me", "you must be joking", "you've got to be kidding", "rip off", "ripped off", "never again", "never shopping here", "never ordering", "never buying", "will never buy", "will never order", "lost my patience", "out of patience", "no respect", "makes me angry", "so angry", "not acceptable", "no excuse", "worst service", "the worst", "worst company", "report you", "reporting you", "trading standards", "i demand", "take you to court", "screw you", "go to hell", "shut up", "do your job", "get your act together", "i am done", "i'm done", "blood is boiling", "makes my blood boil"],
    },
    {
      emotion: "frustrated", valence: -0.6, arousal: 0.4, weight: 1,
      words: `frustrat* annoy* irritat* disappoint* dissatisfied unsatisfied unhappy upset upsetting ridiculous absurd nonsense exhausting exhausted tiring tired exasperat* infuriat* unbelievable poor lousy rubbish nightmare hopeless inconvenien* unprofessional unreliable letdown aggravat* displeased tedious badly bad`,
      phrases: ["let down", "let me down", "third time", "fourth time", "fifth time", "second time i", "umpteenth time", "for the last time", "hundredth time", "how many times", "how many more times", "again and again", "over and over", "time and again", "several times", "multiple times", "same problem again", "same thing again", "every single time", "every time i", "always the same", "day wasted", "i already told you", "i already said", "i've already told", "i have already told", "i've already said", "as i said", "like i said", "i told you", "i repeat", "nobody answers", "no one answers", "nobody replies", "nobody responds", "no one responds", "no one is helping", "nobody is helping", "nobody helps", "nobody cares", "no one cares", "nobody listens", "no reply", "no response", "not helpful", "not helping", "no help", "doesn't help", "you don't understand", "you are not listening", "you're not listening", "not listening", "you're not helping", "still waiting", "still nothing", "still no", "still hasn't", "still not", "still haven't", "been waiting", "waiting for ages", "waiting for hours", "waiting for days", "waiting for weeks", "waiting all day", "for _ days now", "for _ weeks now", "for _ hours now", "for over a week", "for over an hour", "for ages", "takes forever", "taking forever", "took forever", "wasting my time", "waste of time", "waste of money", "wasted my", "wasted all", "running out of patience", "losing patience", "losing my patience", "poor service", "bad service", "bad experience", "not good enough", "not ok", "not okay", "not right", "not happy", "can't believe", "cannot believe", "beyond belief", "come on", "what's the point", "what is the point", "on top of that", "on top of it all", "to make matters worse", "makes no sense at all", "leaves a lot to be desired", "getting nowhere", "going round in circles", "going around in circles", "running in circles", "driving me crazy", "driving me mad", "drives me crazy", "not what i expected", "not working again", "doesn't work again", "late again", "wrong again", "broken again", "missing again"],
    },
    { emotion: "frustrated", valence: -0.4, arousal: 0.3, weight: 0.4, words: "again", phrases: [] },
    {
      emotion: "anxious", valence: -0.5, arousal: 0.55, weight: 1,
      words: `worried worry worrying worries anxious anxiety nervous stress* stressed scared afraid fear panic* panick* desperate concerned concerning frightened frightening terrified uneasy overwhelmed alarmed freaking dread dreading`,
      phrases: ["don't know what to do", "dont know what to do", "do not know what to do", "no idea what to do", "what do i do now", "what should i do now", "i need it today", "i need it by", "i need this by", "really need it", "in time for", "won't arrive in time", "won't make it", "please help me", "please help", "i'm worried", "worried that", "can't sleep", "keeps me up", "on edge", "time sensitive", "as soon as possible", "really important", "what if it doesn't", "what if it", "oh god", "oh no", "freaking out"],
    },
    { emotion: "anxious", valence: -0.3, arousal: 0.5, weight: 0.5, words: "urgent urgently asap hurry", phrases: [] },
    {
      emotion: "sad", valence: -0.65, arousal: -0.35, weight: 1,
      words: `sad sadly sadness saddened heartbroken heartbreaking heartbreak devastated devastating depressed depressing crying cried tears grieving grief mourning bereaved lonely miserable gutted despair hurt hurting broken-hearted distraught widow* alone`,
      phrases: ["passed away", "feel so alone", "all alone", "on my own now", "breaks my heart", "broke my heart", "in tears", "hard time", "difficult time", "rough time", "tough time", "going through a lot", "no longer with us", "lost my mum", "lost my mom", "lost my dad", "lost my husband", "lost my wife", "lost my father", "lost my mother", "was looking forward", "were looking forward", "so looking forward to it but", "ruined her birthday", "ruined his birthday", "ruined my birthday", "ruined our", "what a shame", "a pity", "feeling down", "feel down", "feel awful about", "given up", "i give up", "no energy"],
    },
    {
      emotion: "confused", valence: -0.2, arousal: 0.1, weight: 0.8,
      words: "confus* puzzled bewildered baffl* perplexed unclear huh",
      phrases: ["don't understand", "dont understand", "do not understand", "didn't understand", "not clear", "isn't clear", "makes no sense", "doesn't make sense", "make sense of", "not sure how", "not sure what", "not sure if", "not sure why", "no idea how", "don't know how", "dont know how", "don't know where", "what do you mean", "what does that mean", "what does this mean", "i'm lost", "im lost", "i am lost", "don't get it", "dont get it", "can't figure out", "cant figure out", "can't work out", "how come", "mixed up", "wait what", "i thought", "which one do i", "hard to follow"],
    },
    {
      emotion: "satisfied", valence: 0.65, arousal: 0.1, weight: 0.8,
      words: `happy happier happily pleased satisfied satisfying glad grateful great excellent perfect perfectly wonderful lovely brilliant fantastic superb fabulous delicious tasty helpful kind kindly friendly awesome nice nicely impressed impressive recommend smoothly efficient delighted relieved relief reassured calm enjoy enjoyed enjoying love loved loving like liked spotless`,
      phrases: ["well done", "good job", "great job", "great service", "good service", "top notch", "very helpful", "really helpful", "so helpful", "big help", "helped me a lot", "helped a lot", "all good", "all sorted", "all set", "sorted now", "sorted it", "problem solved", "fixed it", "that works", "works now", "works great", "thank you so much", "thanks so much", "thank you very much", "thanks a lot", "many thanks", "thanks a million", "much appreciated", "really appreciate", "i appreciate", "made my day", "good to know", "five stars", "5 stars", "ten out of ten", "arrived perfectly", "that was quick", "that was fast", "so fast"],
    },
    { emotion: "satisfied", valence: 0.5, arousal: 0, weight: 0.3, words: "thanks thank thx ty cheers good better fine well appreciate welcome", phrases: [] },
    {
      emotion: "excited", valence: 0.8, arousal: 0.65, weight: 1,
      words: "excited exciting thrilled amazing amazed incredible ecstatic yay yayy woohoo woo hooray stoked wow epic pumped omg unbelievably",
      phrases: ["can't wait", "cant wait", "cannot wait", "so excited", "looking forward", "over the moon", "best ever", "the best", "love love", "absolutely love", "you guys rock", "you rock", "blown away", "hell yes"],
    },
    { emotion: "neutral", valence: 0.1, arousal: 0, weight: 0.4, words: "", phrases: ["no problem", "no problems", "no worries", "not a problem", "not bad", "not too bad", "don't worry", "no rush", "no hurry", "not urgent", "doesn't matter", "never mind", "it's fine", "it's ok", "that's fine", "sorry to bother", "sorry for bothering", "i'd like", "i would like", "would like to", "would like", "would love", "i'd love", "we'd like", "like to know", "feel like", "looks like", "seems like", "look like", "like this", "like that", "like to", "in case i", "as well", "in good time", "well then", "once again thank", "thanks again", "thank you again", "thanks once again", "try again", "is it lost", "lost my card", "lost my password", "lost my receipt", "lost password", "gift card", "best before", "best regards", "kind regards", "kind of", "what kind", "which kind", "bad for", "no longer", "good morning", "good afternoon", "good evening", "good day", "good night", "well cooked", "to heat it again", "ordered again", "order again", "order it again", "hot again"] },
  ],
  negators: "not no never without don't dont doesn't doesnt didn't didnt isn't isnt aren't wasn't wasnt won't wont can't cant cannot couldn't wouldn't shouldn't haven't hasn't hadn't neither nor nothing nobody hardly barely ain't",
  degrees: [
    [1.5, "very so really extremely absolutely totally completely utterly incredibly super bloody fucking damn beyond seriously truly deeply insanely highly"],
    [1.3, "quite pretty rather much too lot"],
    [0.6, "bit slightly little somewhat mildly"],
  ],
  turns: "but however although though yet except",
  praise: "great brilliant fantastic perfect wonderful lovely amazing excellent superb bravo congratulations congrats thanks nice awesome marvellous fabulous love cheers incredible",
  bitter: ["again", "as usual", "as always", "yet another", "once more", "just what i needed", "just what we needed", "for nothing", "just great", "oh great", "oh wonderful", "oh brilliant", "yeah right", "surprise surprise", "another day wasted", "another wasted", "still broken", "still doesn't", "still not", "now it doesn't", "not even", "typical", "way to go", "how wonderful", "how lovely that", "for ruining", "for wasting", "for leaving me", "for making me wait", "late as"],
};
