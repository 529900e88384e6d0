// What a server says of its lexicon, for people.

#ifndef STANCE_CLIENT_LEXICON_SERVER_LEXICON_H_
#define STANCE_CLIENT_LEXICON_SERVER_LEXICON_H_

#include <cstddef>
#include <string>

#include "stance/v1/lexicon_service.pb.h"

namespace stance::client {

// A line each for name, version, checksum, server, load time, entries, and the
// last reload where it failed. What the server sends cannot drive a terminal.
std::string FormatLexicon(const v1::GetLexiconResponse& lexicon);

// "country/CHN  China  country", in columns under a heading.
std::string FormatActors(const v1::ListActorsResponse& actors);

// "issue/sanctions  sanctions".
std::string FormatIssues(const v1::ListIssuesResponse& issues);

}  // namespace stance::client

#endif  // STANCE_CLIENT_LEXICON_SERVER_LEXICON_H_
