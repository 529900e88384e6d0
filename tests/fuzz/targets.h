// What the fuzzers call with bytes of their own making.
//
//   FuzzClassifier("Talks\nChina supports talks.")   // ""
//
// Each function answers with what is wrong, or nothing; a crash speaks for
// itself. The same functions run in the ordinary tests (fuzz_test.cc), so that
// they cannot rot where nobody fuzzes. They keep a lexicon from one call to the
// next: not thread-safe.

#ifndef STANCE_TESTS_FUZZ_TARGETS_H_
#define STANCE_TESTS_FUZZ_TARGETS_H_

#include <string>
#include <string_view>

namespace stance {

// An article's text: tokens, sentences and quotations keep their promises.
std::string FuzzText(std::string_view input);

// An article, the title in its first line, on the shipped lexicon: every span
// lies in the text and begins and ends between characters; the same article
// gives the same answer with a scratch that has seen others and with a new one.
std::string FuzzClassifier(std::string_view input);

// A lexicon file: findings name lines that are there; a lexicon comes out just
// where no finding is an error, and classifies.
std::string FuzzLexicon(std::string_view input);

// The bytes of a ClassifyArticleRequest: read in pieces as gRPC hands them over
// they are what they are in one; a request is refused with a reason and a
// field, or is answered with a message that clients can read.
std::string FuzzRequest(std::string_view input);

}  // namespace stance

#endif  // STANCE_TESTS_FUZZ_TARGETS_H_
