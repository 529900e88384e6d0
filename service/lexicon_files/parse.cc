// Text format -> LexiconSource, with the lines of its entries.

#include <utf8proc.h>

#include <algorithm>
#include <memory>
#include <mutex>
#include <string>
#include <utility>

#include "google/protobuf/io/tokenizer.h"
#include "google/protobuf/text_format.h"
#include "service/engine/lexicon/concat.h"
#include "service/lexicon_files/load.h"

namespace stance {
namespace {

using google::protobuf::FieldDescriptor;
using google::protobuf::TextFormat;

// Parser messages -> findings. The parser counts lines and columns from 0.
class FindingCollector : public google::protobuf::io::ErrorCollector {
 public:
  FindingCollector(std::string path, std::vector<Finding>* findings)
      : path_(std::move(path)), findings_(*findings) {}

  void AddError(int line, google::protobuf::io::ColumnNumber column,
                const std::string& message) override {
    Add(Severity::kError, "SYNTAX", line, column, message);
  }

  void AddWarning(int line, google::protobuf::io::ColumnNumber column,
                  const std::string& message) override {
    // Unknown fields are let through so that all of them are found at once.
    if (message.find("has no field named") != std::string::npos) {
      Add(Severity::kError, "UNKNOWN_FIELD", line, column,
          Concat(message,
                 " Correct the name; the fields are in "
                 "lexicon.proto."));
    } else {
      Add(Severity::kWarning, "SYNTAX", line, column, message);
    }
  }

 private:
  void Add(Severity severity, std::string_view code, int line, int column,
           std::string message) {
    Finding finding;
    finding.severity = severity;
    finding.code = code;
    finding.file = path_;
    finding.line = static_cast<uint32_t>(std::max(line, -1) + 1);
    finding.column = static_cast<uint32_t>(std::max(column, -1) + 1);
    finding.message = std::move(message);
    findings_.push_back(std::move(finding));
  }

  std::string path_;
  std::vector<Finding>& findings_;
};

// The line of the first byte that is not UTF-8, 0 where all are.
uint32_t LineOfBadUtf8(std::string_view text) {
  const auto* bytes = reinterpret_cast<const utf8proc_uint8_t*>(text.data());
  const auto size = static_cast<utf8proc_ssize_t>(text.size());
  uint32_t line = 1;
  for (utf8proc_ssize_t i = 0; i < size;) {
    if (bytes[i] < 0x80) {
      line += bytes[i] == '\n';
      ++i;
      continue;
    }
    utf8proc_int32_t code = 0;
    const utf8proc_ssize_t length =
        utf8proc_iterate(bytes + i, size - i, &code);
    if (length <= 0) return line;
    i += length;
  }
  return 0;
}

// `parser` is set up but for where errors go.
bool Parse(std::string_view text, TextFormat::Parser* parser,
           lexicon::v1::LexiconFile* file) {
  parser->AllowUnknownField(true);
  google::protobuf::io::ArrayInputStream input(text.data(),
                                               static_cast<int>(text.size()));
  return parser->Parse(&input, file);
}

// Says nothing: what it parses has been parsed before.
class NoErrors final : public google::protobuf::io::ErrorCollector {
 public:
  void AddError(int, google::protobuf::io::ColumnNumber,
                const std::string&) override {}
};

// The text is parsed again where a line is asked for: to write all places down
// takes as long as to parse, and as much room as all entries, and mostly there
// is nothing to say of any.
class LinesOfText final : public SourceLines {
 public:
  explicit LinesOfText(std::shared_ptr<const std::string> text)
      : text_(std::move(text)) {}

  uint32_t Of(std::string_view field_name, int index) const override {
    const FieldDescriptor* field = Field(field_name);
    return field == nullptr ? 0 : LineOf(Tree(), field, index);
  }

  uint32_t Within(std::string_view field_name, int index,
                  std::string_view part_name, int part_index) const override {
    const FieldDescriptor* field = Field(field_name);
    if (field == nullptr) return 0;
    const TextFormat::ParseInfoTree* entry =
        Tree().GetTreeForNested(field, index);
    const FieldDescriptor* part =
        field->message_type()->FindFieldByName(std::string(part_name));
    if (entry != nullptr && part != nullptr) {
      if (const uint32_t line = LineOf(*entry, part, part_index)) return line;
    }
    return LineOf(Tree(), field, index);
  }

 private:
  static const FieldDescriptor* Field(std::string_view name) {
    return lexicon::v1::LexiconFile::descriptor()->FindFieldByName(
        std::string(name));
  }

  static uint32_t LineOf(const TextFormat::ParseInfoTree& tree,
                         const FieldDescriptor* field, int index) {
    const int known = field->is_repeated() ? index : -1;
    return static_cast<uint32_t>(tree.GetLocation(field, known).line + 1);
  }

  const TextFormat::ParseInfoTree& Tree() const {
    std::call_once(parsed_, [this] {
      NoErrors errors;
      lexicon::v1::LexiconFile file;
      TextFormat::Parser parser;
      parser.RecordErrorsTo(&errors);
      parser.WriteLocationsTo(&tree_);
      Parse(*text_, &parser, &file);
    });
    return tree_;
  }

  const std::shared_ptr<const std::string> text_;
  mutable std::once_flag parsed_;
  mutable TextFormat::ParseInfoTree tree_;
};

}  // namespace

LexiconSource ParseLexiconText(std::string path,
                               std::shared_ptr<const std::string> text,
                               std::vector<Finding>* findings) {
  LexiconSource source;
  source.path = std::move(path);
  if (const uint32_t line = LineOfBadUtf8(*text)) {
    Finding finding;
    finding.code = "BAD_UTF8";
    finding.file = source.path;
    finding.line = line;
    finding.message = "the line is not valid UTF-8; save the file as UTF-8";
    findings->push_back(std::move(finding));
    return source;
  }
  FindingCollector collector(source.path, findings);
  TextFormat::Parser parser;
  parser.RecordErrorsTo(&collector);
  // Half a file would be taken for a whole one.
  if (!Parse(*text, &parser, &source.file)) source.file.Clear();
  source.lines = std::make_shared<const LinesOfText>(std::move(text));
  return source;
}

LexiconSource ParseLexiconText(std::string path, std::string_view text,
                               std::vector<Finding>* findings) {
  return ParseLexiconText(std::move(path),
                          std::make_shared<const std::string>(text), findings);
}

}  // namespace stance
