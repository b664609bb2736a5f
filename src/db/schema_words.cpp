#include "db/schema_words.h"

#include <fmt/format.h>

#include <algorithm>
#include <array>
#include <cctype>
#include <vector>

namespace prima::db {

namespace {

struct Token {
  std::string_view text;
  std::size_t begin = 0;
  std::int64_t line = 0;
};

bool word_char(char c) { return std::isalnum(static_cast<unsigned char>(c)) != 0 || c == '_' || c == '$'; }

std::string lower(std::string_view text) {
  std::string result(text);
  std::transform(result.begin(), result.end(), result.begin(),
                 [](unsigned char c) { return static_cast<char>(std::tolower(c)); });
  return result;
}

// Words, quoted texts, comments and single signs, with white space left out.
std::vector<Token> tokens_of(std::string_view sql) {
  std::vector<Token> tokens;
  std::int64_t line = 1;
  std::size_t place = 0;
  while (place < sql.size()) {
    const char c = sql[place];
    std::size_t end = place + 1;
    if (c == '\n') {
      ++line;
      ++place;
      continue;
    }
    if (std::isspace(static_cast<unsigned char>(c)) != 0) {
      ++place;
      continue;
    }
    if (sql.substr(place, 2) == "--") {
      end = std::min(sql.find('\n', place), sql.size());
    } else if (c == '\'' || c == '"') {
      end = sql.find(c, place + 1);
      end = end == std::string_view::npos ? sql.size() : end + 1;
    } else if (word_char(c)) {
      while (end < sql.size() && word_char(sql[end])) ++end;
    }
    tokens.push_back({sql.substr(place, end - place), place, line});
    line += std::count(sql.begin() + static_cast<std::ptrdiff_t>(place), sql.begin() + static_cast<std::ptrdiff_t>(end),
                       '\n');
    place = end;
  }
  return tokens;
}

struct TypeWord {
  std::string_view word, sqlite, postgresql;
};
constexpr std::array<TypeWord, 7> type_words{{{"id", "blob", "uuid"},
                                              {"instant", "integer", "bigint"},
                                              {"bigint", "integer", "bigint"},
                                              {"integer", "integer", "integer"},
                                              {"text", "text", "text COLLATE \"C\""},
                                              {"bytes", "blob", "bytea"},
                                              {"flag", "integer", "boolean"}}};

constexpr std::array<std::string_view, 5> table_words{"primary", "unique", "foreign", "check", "constraint"};

// One statement: its tokens without comments, and what its comments asked for.
struct Statement {
  std::vector<Token> tokens;
  bool clustered = false;

  bool begins(std::initializer_list<std::string_view> words) const {
    std::size_t place = 0;
    for (const std::string_view word : words)
      if (place >= tokens.size() || lower(tokens[place++].text) != word) return false;
    return true;
  }
};

std::vector<Statement> statements_of(const std::vector<Token>& tokens) {
  std::vector<Statement> statements(1);
  for (const Token& token : tokens) {
    if (token.text == "-- clustered") statements.back().clustered = true;
    if (token.text.starts_with("--")) continue;
    if (token.text == ";") {
      statements.emplace_back();
    } else {
      statements.back().tokens.push_back(token);
    }
  }
  if (statements.back().tokens.empty()) statements.pop_back();
  return statements;
}

class Speller {
 public:
  Speller(std::string_view sql, const std::string& file, Engine engine) : sql_(sql), file_(file), engine_(engine) {}

  Result<std::string, Findings> spelled() {
    std::string result;
    for (const Statement& statement : statements_of(tokens_of(sql_))) {
      statement_ = {};
      copied_ = statement.tokens.front().begin;
      write(statement);
      result += statement_ + ";\n";
    }
    if (!findings_.empty()) return failure(std::move(findings_));
    return result;
  }

 private:
  void write(const Statement& statement) {
    const Token& last = statement.tokens.back();
    const std::size_t end = last.begin + last.text.size();
    if (statement.begins({"create", "table"})) {
      columns(statement);
      copy_to(end);
      if (engine_ == Engine::sqlite) statement_ += statement.clustered ? " STRICT, WITHOUT ROWID" : " STRICT";
      return;
    }
    if (statement.begins({"alter", "table"})) {
      // ALTER TABLE name ADD COLUMN name type
      if (statement.tokens.size() < 7 || lower(statement.tokens[3].text) != "add" ||
          lower(statement.tokens[4].text) != "column")
        return refuse(statement.tokens.front());
      type(statement.tokens[6]);
      return copy_to(end);
    }
    const bool allowed = statement.begins({"create", "index"}) || statement.begins({"create", "unique", "index"}) ||
                         statement.begins({"drop", "table"}) || statement.begins({"drop", "index"}) ||
                         statement.begins({"insert", "into"}) || statement.begins({"update"}) ||
                         statement.begins({"delete", "from"});
    if (!allowed) return refuse(statement.tokens.front());
    copy_to(end);
  }

  // The word after the first one of each part of the outer parentheses is a type.
  void columns(const Statement& statement) {
    int depth = 0;
    int word_in_part = 0;
    bool column = false;
    for (const Token& token : statement.tokens) {
      if (token.text == "(") {
        if (++depth == 1) word_in_part = 0;
        continue;
      }
      if (token.text == ")") {
        --depth;
        continue;
      }
      if (depth != 1) continue;
      if (token.text == ",") {
        word_in_part = 0;
        continue;
      }
      ++word_in_part;
      if (word_in_part == 1)
        column = std::find(table_words.begin(), table_words.end(), lower(token.text)) == table_words.end();
      if (word_in_part == 2 && column) type(token);
    }
  }

  void type(const Token& token) {
    const std::string word = lower(token.text);
    for (const TypeWord& known : type_words) {
      if (known.word != word) continue;
      copy_to(token.begin);
      statement_ += engine_ == Engine::sqlite ? known.sqlite : known.postgresql;
      copied_ = token.begin + token.text.size();
      return;
    }
    findings_.push_back(Finding{
        "unknown_type",
        file_,
        token.line,
        {fmt::format("\"{}\" bukan kata jenis kolom; pakai id, instant, bigint, integer, text, bytes atau flag",
                     token.text),
         fmt::format("\"{}\" is no word for a type of column; use id, instant, bigint, integer, text, bytes or flag",
                     token.text)}});
  }

  void refuse(const Token& token) {
    findings_.push_back(
        Finding{"statement_not_allowed",
                file_,
                token.line,
                {fmt::format("pernyataan yang mulai dengan \"{}\" tidak boleh ada dalam migrasi", token.text),
                 fmt::format("a statement that begins with \"{}\" may not stand in a migration", token.text)}});
  }

  void copy_to(std::size_t end) {
    statement_ += sql_.substr(copied_, end - copied_);
    copied_ = end;
  }

  std::string_view sql_;
  const std::string& file_;
  Engine engine_;
  Findings findings_;
  std::string statement_;
  std::size_t copied_ = 0;
};

}  // namespace

Result<std::string, Findings> spell(std::string_view sql, const std::string& file, Engine engine) {
  return Speller(sql, file, engine).spelled();
}

namespace {

// The parts of what stands between the outer parentheses of CREATE TABLE.
std::vector<std::vector<std::string>> parts_of(const Statement& statement) {
  std::vector<std::vector<std::string>> parts;
  int depth = 0;
  for (const Token& token : statement.tokens) {
    if (token.text == "(" && ++depth == 1) parts.emplace_back();
    if (token.text == ")") --depth;
    if (depth == 1 && token.text == ",") parts.emplace_back();
    if (depth >= 1 && !(depth == 1 && (token.text == "(" || token.text == ",")))
      parts.back().push_back(lower(token.text));
  }
  return parts;
}

TableShape shape_of(const Statement& statement) {
  TableShape shape{.name = lower(statement.tokens[2].text), .columns = {}, .key = {}};
  for (const std::vector<std::string>& part : parts_of(statement)) {
    if (part.size() < 2) continue;
    if (part[0] == "primary") {
      for (std::size_t i = 2; i < part.size(); ++i)
        if (word_char(part[i].front())) shape.key.push_back(part[i]);
    } else if (std::find(table_words.begin(), table_words.end(), part[0]) == table_words.end()) {
      shape.columns.push_back({part[0], part[1]});
      if (std::find(part.begin(), part.end(), "primary") != part.end()) shape.key = {part[0]};
    }
  }
  return shape;
}

}  // namespace

void apply_shapes(std::string_view sql, std::vector<TableShape>& shapes) {
  const std::vector<Token> tokens = tokens_of(sql);
  for (const Statement& statement : statements_of(tokens)) {
    if (statement.begins({"create", "table"})) shapes.push_back(shape_of(statement));
    if (statement.begins({"drop", "table"}))
      std::erase_if(shapes, [&](const TableShape& shape) { return shape.name == lower(statement.tokens[2].text); });
    if (!statement.begins({"alter", "table"})) continue;
    for (TableShape& shape : shapes)
      if (shape.name == lower(statement.tokens[2].text))
        shape.columns.push_back({lower(statement.tokens[5].text), lower(statement.tokens[6].text)});
  }
}

}  // namespace prima::db
