/** The words of small talk, in English. */

export const smallTalk = {
  thanks: "You are welcome.",
  greeting: "Hello! Say what you look for, or: help",
  praise: "Glad to help.",
  abuse: "Sorry about that. Say help to see what I can do.",
  laughter: "🙂",
  aside: "I take this as talk among you and change nothing.",
  kept: "Nothing changes.",
};
