#include "client/answer_json.h"

#include <google/protobuf/descriptor.h>

#include <cstring>
#include <vector>

#include "absl/strings/str_cat.h"
#include "client/json_buffer.h"
#include "service/engine/text/offsets.h"
#include "stance/v1/analysis.pb.h"

namespace stance::client {
namespace {

// The quoted names of an enum, by number; those of the API begin with 0 and
// leave no gap.
std::vector<std::string> NamesOf(const google::protobuf::EnumDescriptor* type) {
  std::vector<std::string> names;
  for (int i = 0; i < type->value_count(); ++i) {
    names.push_back(absl::StrCat("\"", type->value(i)->name(), "\""));
  }
  return names;
}

struct EnumNames {
  std::vector<std::string> polarity = NamesOf(v1::Polarity_descriptor());
  std::vector<std::string> factuality = NamesOf(v1::Factuality_descriptor());
  std::vector<std::string> actor_kind = NamesOf(v1::ActorKind_descriptor());
  std::vector<std::string> target_kind = NamesOf(v1::TargetKind_descriptor());
  std::vector<std::string> part = NamesOf(v1::Part_descriptor());
};

// An object that is being written: from its first brace, when it is made, to
// its last, when it is destroyed. Fields that have their default are left out.
class Object {
 public:
  explicit Object(JsonBuffer* out) : out_(*out) {}
  ~Object() {
    out_.Ensure(2);
    if (separator_ == '{') out_.Put('{');
    out_.Put('}');
  }
  Object(const Object&) = delete;
  Object& operator=(const Object&) = delete;

  // `key` with its quotation marks and colon. The value follows.
  template <size_t kSize>
  void Key(const char (&key)[kSize]) {
    out_.Ensure(kSize);
    out_.Put(separator_);
    separator_ = ',';
    std::memcpy(out_.end(), key, kSize - 1);
    out_.Advance(kSize - 1);
  }

  template <size_t kSize>
  void String(const char (&key)[kSize], std::string_view value) {
    if (value.empty()) return;
    Key(key);
    out_.AddString(value);
  }

  template <size_t kSize, typename Value>
  void Number(const char (&key)[kSize], Value value) {
    if (value == 0) return;
    Key(key);
    out_.AddNumber(value);
  }

  template <size_t kSize>
  void Bool(const char (&key)[kSize], bool value) {
    if (!value) return;
    Key(key);
    out_.Add("true");
  }

  template <size_t kSize, typename Enum>
  void Name(const char (&key)[kSize], const std::vector<std::string>& names,
            Enum value) {
    const auto number = static_cast<size_t>(value);
    if (number == 0) return;
    Key(key);
    out_.Add(names[number]);
  }

  // `write` writes one value. `key` has the "[" behind it.
  template <size_t kSize, typename Values, typename Write>
  void List(const char (&key)[kSize], const Values& values, Write write) {
    if (values.empty()) return;
    Key(key);
    bool first = true;
    for (const auto& value : values) {
      if (!first) out_.Add(",");
      first = false;
      write(value);
    }
    out_.Add("]");
  }

 private:
  JsonBuffer& out_;
  char separator_ = '{';
};

class Writer {
 public:
  Writer(const ArticleRequest& request, JsonBuffer* out)
      : text_(request.article.text),
        title_(request.article.title),
        text_offsets_(text_, request.offset_encoding),
        title_offsets_(title_, request.offset_encoding),
        out_(*out) {}

  void Write(const Analysis& analysis, std::string_view article_id,
             const stance::Lexicon& lexicon) {
    Object answer(&out_);
    answer.String("\"articleId\":", article_id);
    answer.List("\"actors\":[", analysis.actors,
                [&](const ActorStances& actor) { Write(actor); });
    answer.Key("\"lexicon\":");
    Write(lexicon);
    answer.List("\"unknown\":[", analysis.unknown,
                [&](const UnknownPhrase& unknown) { Write(unknown); });
    answer.List("\"notices\":[", analysis.notices,
                [&](const Notice& notice) { Write(notice); });
  }

 private:
  void Write(const stance::Lexicon& lexicon) {
    Object version(&out_);
    version.String("\"name\":", lexicon.name);
    version.String("\"version\":", lexicon.version);
    version.String("\"checksum\":", lexicon.checksum);
  }

  void Write(const ActorStances& from) {
    Object stances(&out_);
    stances.Key("\"actor\":");
    Write(from.actor);
    stances.List("\"stances\":[", from.stances,
                 [&](const Stance& stance) { Write(stance); });
  }

  void Write(const Actor& from) {
    Object actor(&out_);
    actor.String("\"id\":", from.id);
    actor.String("\"displayName\":", from.display_name);
    actor.Name("\"kind\":", names_.actor_kind, from.kind);
  }

  void Write(const Stance& from) {
    Object stance(&out_);
    stance.Name("\"polarity\":", names_.polarity, from.polarity);
    stance.Key("\"target\":");
    Write(from.target);
    stance.Number("\"confidence\":", from.confidence);
    stance.Bool("\"derived\":", from.derived);
    stance.List("\"evidence\":[", from.evidence,
                [&](const Evidence& evidence) { Write(evidence); });
  }

  void Write(const Target& from) {
    Object target(&out_);
    target.String("\"id\":", from.id);
    target.String("\"displayName\":", from.display_name);
    target.String("\"text\":", from.text);
    target.Name("\"kind\":", names_.target_kind, from.kind);
  }

  void Write(const Evidence& from) {
    Object evidence(&out_);
    WriteMention("\"sentence\":", from.sentence, &evidence);
    WriteMention("\"actorMention\":", from.actor, &evidence);
    WriteMention("\"cue\":", from.cue, &evidence);
    WriteMention("\"targetMention\":", from.target, &evidence);
    evidence.List("\"speakers\":[", from.speakers,
                  [&](const Speaker& speaker) { Write(speaker); });
    evidence.Bool("\"quoted\":", from.quoted);
    evidence.Name("\"factuality\":", names_.factuality, from.factuality);
    evidence.List("\"derivation\":[", from.derivation,
                  [&](const DerivationStep& step) { Write(step); });
  }

  void Write(const Speaker& from) {
    Object speaker(&out_);
    speaker.String("\"id\":", from.id);
    speaker.String("\"displayName\":", from.display_name);
    speaker.Name("\"kind\":", names_.actor_kind, from.kind);
    WriteMention("\"mention\":", from.mention, &speaker);
    speaker.String("\"representsId\":", from.represents_id);
    speaker.String("\"representsDisplayName\":", from.represents_display_name);
  }

  void Write(const DerivationStep& from) {
    Object step(&out_);
    step.String("\"stage\":", from.stage);
    step.String("\"entryId\":", from.entry_id);
    WriteMention("\"mention\":", from.mention, &step);
    step.String("\"effect\":", from.effect);
    step.Name("\"polarityAfter\":", names_.polarity, from.polarity_after);
  }

  void Write(const UnknownPhrase& from) {
    Object unknown(&out_);
    WriteMention("\"mention\":", from.mention, &unknown);
    unknown.String("\"slot\":", from.slot);
  }

  void Write(const Notice& from) {
    Object notice(&out_);
    notice.String("\"code\":", from.code);
    notice.String("\"message\":", from.message);
    WriteMention("\"mention\":", from.mention, &notice);
  }

  template <size_t kSize>
  void WriteMention(const char (&key)[kSize], const Mention& from,
                    Object* object) {
    if (from.empty()) return;
    object->Key(key);
    const bool in_title = from.part == Part::kTitle;
    const OffsetMap& offsets = in_title ? title_offsets_ : text_offsets_;
    Object mention(&out_);
    mention.Name("\"part\":", names_.part, from.part);
    mention.Number("\"begin\":", offsets.Map(from.begin));
    mention.Number("\"end\":", offsets.Map(from.end));
    mention.String(
        "\"text\":",
        (in_title ? title_ : text_).substr(from.begin, from.end - from.begin));
  }

  static const EnumNames& Names() {
    static const EnumNames& names = *new EnumNames;
    return names;
  }

  const EnumNames& names_ = Names();
  std::string_view text_;
  std::string_view title_;
  OffsetMap text_offsets_;
  OffsetMap title_offsets_;
  JsonBuffer& out_;
};

}  // namespace

void AppendAnswerJson(const Analysis& analysis, const ArticleRequest& request,
                      std::string_view article_id,
                      const stance::Lexicon& lexicon, std::string* out) {
  thread_local JsonBuffer json;
  json.Clear();
  Writer(request, &json).Write(analysis, article_id, lexicon);
  out->append(json.text());
}

}  // namespace stance::client
