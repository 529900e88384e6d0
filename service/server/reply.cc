#include "service/server/reply.h"

#include <string_view>

#include "service/engine/text/offsets.h"

namespace stance {
namespace {

// Enumerators have the same numbers in the engine and in both APIs.
template <class To, class From>
To As(From value) {
  return static_cast<To>(static_cast<int>(value));
}

// A reply's messages of either API, filled from top to bottom.
class Writer {
 public:
  explicit Writer(const ArticleRequest& request)
      : text_(request.article.text),
        title_(request.article.title),
        text_offsets_(text_, request.offset_encoding),
        title_offsets_(title_, request.offset_encoding) {}

  template <class Message>
  void Write(const Analysis& from, Message* to) const {
    for (const ActorStances& actor : from.actors) {
      Write(actor, to->add_actors());
    }
    for (const UnknownPhrase& unknown : from.unknown) {
      auto* phrase = to->add_unknown();
      WriteUnlessEmpty(unknown.mention,
                       [&] { return phrase->mutable_mention(); });
      phrase->set_slot(unknown.slot.data(), unknown.slot.size());
    }
    for (const Notice& from_notice : from.notices) {
      auto* notice = to->add_notices();
      notice->set_code(from_notice.code.data(), from_notice.code.size());
      notice->set_message(from_notice.message);
      WriteUnlessEmpty(from_notice.mention,
                       [&] { return notice->mutable_mention(); });
    }
  }

 private:
  template <class Message>
  void Write(const ActorStances& from, Message* to) const {
    auto* actor = to->mutable_actor();
    actor->set_id(from.actor.id.data(), from.actor.id.size());
    actor->set_display_name(from.actor.display_name.data(),
                            from.actor.display_name.size());
    actor->set_kind(As<decltype(actor->kind())>(from.actor.kind));
    for (const Stance& stance : from.stances) Write(stance, to->add_stances());
  }

  template <class Message>
  void Write(const Stance& from, Message* to) const {
    to->set_polarity(As<decltype(to->polarity())>(from.polarity));
    auto* target = to->mutable_target();
    target->set_id(from.target.id.data(), from.target.id.size());
    target->set_display_name(from.target.display_name.data(),
                             from.target.display_name.size());
    target->set_text(from.target.text.data(), from.target.text.size());
    target->set_kind(As<decltype(target->kind())>(from.target.kind));
    to->set_confidence(from.confidence);
    to->set_derived(from.derived);
    for (const Evidence& evidence : from.evidence) {
      Write(evidence, to->add_evidence());
    }
  }

  template <class Message>
  void Write(const Evidence& from, Message* to) const {
    WriteUnlessEmpty(from.sentence, [&] { return to->mutable_sentence(); });
    WriteUnlessEmpty(from.actor, [&] { return to->mutable_actor_mention(); });
    WriteUnlessEmpty(from.cue, [&] { return to->mutable_cue(); });
    WriteUnlessEmpty(from.target, [&] { return to->mutable_target_mention(); });
    for (const Speaker& speaker : from.speakers) {
      Write(speaker, to->add_speakers());
    }
    to->set_quoted(from.quoted);
    to->set_factuality(As<decltype(to->factuality())>(from.factuality));
    for (const DerivationStep& step : from.derivation) {
      Write(step, to->add_derivation());
    }
  }

  template <class Message>
  void Write(const Speaker& from, Message* to) const {
    to->set_id(from.id.data(), from.id.size());
    to->set_display_name(from.display_name.data(), from.display_name.size());
    to->set_kind(As<decltype(to->kind())>(from.kind));
    WriteUnlessEmpty(from.mention, [&] { return to->mutable_mention(); });
    to->set_represents_id(from.represents_id.data(), from.represents_id.size());
    to->set_represents_display_name(from.represents_display_name.data(),
                                    from.represents_display_name.size());
  }

  template <class Message>
  void Write(const DerivationStep& from, Message* to) const {
    to->set_stage(from.stage.data(), from.stage.size());
    to->set_entry_id(from.entry_id.data(), from.entry_id.size());
    WriteUnlessEmpty(from.mention, [&] { return to->mutable_mention(); });
    to->set_effect(from.effect);
    to->set_polarity_after(
        As<decltype(to->polarity_after())>(from.polarity_after));
  }

  // `mention` makes the message: one that is not made is absent.
  template <class MakeMention>
  void WriteUnlessEmpty(const Mention& from, MakeMention mention) const {
    if (from.empty()) return;
    const bool title = from.part == Part::kTitle;
    const OffsetMap& offsets = title ? title_offsets_ : text_offsets_;
    auto* to = mention();
    to->set_part(As<decltype(to->part())>(from.part));
    to->set_begin(offsets.Map(from.begin));
    to->set_end(offsets.Map(from.end));
    const std::string_view text =
        (title ? title_ : text_).substr(from.begin, from.end - from.begin);
    to->set_text(text.data(), text.size());
  }

  std::string_view text_;
  std::string_view title_;
  OffsetMap text_offsets_;
  OffsetMap title_offsets_;
};

template <class Reply>
void WriteWhole(const Analysis& analysis, const ArticleRequest& request,
                std::string_view article_id, const Lexicon& lexicon,
                Reply* reply) {
  reply->set_article_id(article_id.data(), article_id.size());
  Writer(request).Write(analysis, reply);
  auto* version = reply->mutable_lexicon();
  version->set_name(lexicon.name);
  version->set_version(lexicon.version);
  version->set_checksum(lexicon.checksum);
}

}  // namespace

void WriteReply(const Analysis& analysis, const ArticleRequest& request,
                std::string_view article_id, const Lexicon& lexicon,
                v1::ClassifyArticleResponse* reply) {
  WriteWhole(analysis, request, article_id, lexicon, reply);
}

void WriteReply(const Analysis& analysis, const ArticleRequest& request,
                std::string_view article_id, const Lexicon& lexicon,
                wire::v1::ClassifyArticleResponse* reply) {
  WriteWhole(analysis, request, article_id, lexicon, reply);
}

}  // namespace stance
