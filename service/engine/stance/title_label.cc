#include "service/engine/stance/title_label.h"

#include <algorithm>
#include <string>

namespace stance {
namespace {

// Longer ones are no labels.
constexpr size_t kLongestOpinion = 32;
constexpr size_t kLongestBody = 120;

std::string_view Trimmed(std::string_view words) {
  const size_t begin = words.find_first_not_of(' ');
  if (begin == std::string_view::npos) return {};
  return words.substr(begin, words.find_last_not_of(' ') - begin + 1);
}

// "Our view" as "our-view".
std::string Folded(std::string_view label) {
  std::string folded(label);
  for (char& c : folded) {
    if (c >= 'A' && c <= 'Z') c = static_cast<char>(c - 'A' + 'a');
    if (c == ' ') c = '-';
  }
  return folded;
}

bool IsOpinion(const TextRules& rules, std::string_view label) {
  return label.size() <= kLongestOpinion &&
         rules.opinion_labels.contains(Folded(label));
}

bool SaysMinutes(const TextRules& rules, std::string_view words) {
  while (!words.empty()) {
    const size_t end = std::min(words.find_first_of(" ,"), words.size());
    if (rules.minutes.contains(Folded(words.substr(0, end)))) return true;
    words.remove_prefix(std::min(end + 1, words.size()));
  }
  return false;
}

// "Planning Committee" of "Hale Council, Planning Committee".
std::string_view Innermost(std::string_view body) {
  const size_t comma = body.rfind(',');
  return comma == std::string_view::npos ? body
                                         : Trimmed(body.substr(comma + 1));
}

TitleLabel Labelled(TitleLabel::Kind kind, std::string_view title,
                    std::string_view label) {
  const auto begin = static_cast<uint32_t>(label.data() - title.data());
  const auto end = begin + static_cast<uint32_t>(label.size());
  return {kind, {Part::kTitle, begin, end}, label};
}

}  // namespace

TitleLabel ReadTitleLabel(const TextRules& rules, std::string_view title) {
  // Most titles have neither: find_first_of() is slow to say so.
  const size_t mark = std::min(title.find(':'), title.find('|'));
  if (mark == std::string_view::npos) return {};
  const std::string_view before = Trimmed(title.substr(0, mark));
  if (IsOpinion(rules, before)) {
    return Labelled(TitleLabel::Kind::kOpinion, title, before);
  }
  // "Keep the tram | Opinion".
  const std::string_view last =
      Trimmed(title.substr(title.find_last_of(":|") + 1));
  if (title[mark] == '|' && IsOpinion(rules, last)) {
    return Labelled(TitleLabel::Kind::kOpinion, title, last);
  }
  const std::string_view after = title.substr(mark + 1);
  if (!before.empty() && before.size() <= kLongestBody &&
      after.size() <= kLongestBody && SaysMinutes(rules, after)) {
    return Labelled(TitleLabel::Kind::kMinutes, title, Innermost(before));
  }
  return {};
}

}  // namespace stance
