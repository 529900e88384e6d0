#include "client/lexicon/server_lexicon.h"

#include <gtest/gtest.h>

#include "tests/client/golden.h"

namespace stance::client {
namespace {

v1::GetLexiconResponse Lexicon() {
  v1::GetLexiconResponse lexicon;
  lexicon.mutable_lexicon()->set_name("en+house");
  lexicon.mutable_lexicon()->set_version("0.1.0+3");
  lexicon.mutable_lexicon()->set_checksum("0123abcd");
  lexicon.mutable_load_time()->set_seconds(1'800'000'000);
  lexicon.set_server_version("0.1.0");
  (*lexicon.mutable_entry_counts())["actors"] = 6021;
  (*lexicon.mutable_entry_counts())["light_verbs"] = 40;
  return lexicon;
}

TEST(ServerLexiconTest, Goldens) {
  v1::GetLexiconResponse lexicon = Lexicon();
  ExpectGolden("lexicon_info", FormatLexicon(lexicon));
  lexicon.set_last_reload_error("cues.txtpb:7: error: \x1b[2Jbroken [SYNTAX]");
  lexicon.mutable_last_reload_error_time()->set_seconds(1'800'000'060);
  ExpectGolden("lexicon_info_reload_failed", FormatLexicon(lexicon));

  v1::ListActorsResponse actors;
  for (const auto& [id, name, kind] :
       {std::tuple("country/CIV", "Côte d'Ivoire", v1::ACTOR_KIND_COUNTRY),
        {"group/long-name-of-a-group", "東部軍", v1::ACTOR_KIND_ARMED_GROUP}}) {
    v1::Actor* actor = actors.add_actors();
    actor->set_id(id);
    actor->set_display_name(name);
    actor->set_kind(kind);
  }
  ExpectGolden("lexicon_actors", FormatActors(actors));
  ExpectGolden("lexicon_actors_none", FormatActors({}));

  v1::ListIssuesResponse issues;
  issues.add_issues()->set_id("issue/arms-control");
  issues.mutable_issues(0)->set_display_name("arms control");
  ExpectGolden("lexicon_issues", FormatIssues(issues));
}

}  // namespace
}  // namespace stance::client
