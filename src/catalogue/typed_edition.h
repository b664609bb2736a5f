#pragma once

#include <cstddef>
#include <map>
#include <string>
#include <string_view>
#include <vector>

#include "base/finding.h"
#include "base/result.h"
#include "catalogue/standard.h"
#include "http/form.h"

namespace prima::catalogue {

// What a person typed into the form of an edition, as texts under the JSON pointers of their fields
// ("/standard/requirements/0/name/id"), which are also the names of the inputs. Whatever was typed is kept as it is,
// right or wrong, until it is read by edition_of().
class TypedEdition {
 public:
  TypedEdition() = default;
  // As the form shows an edition that is stored.
  static TypedEdition of(const Edition& edition);
  // The fields whose names begin with "/"; line breaks become "\n".
  static TypedEdition of(const http::Form& form);

  // The first value; empty when there is none.
  const std::string& value(std::string_view pointer) const;
  // All values of a group of boxes.
  const std::vector<std::string>& values(std::string_view pointer) const;
  void set(std::string_view pointer, std::string value);
  void add(std::string_view pointer, std::string value);

  // How many rows the list has; at most `most_rows`.
  std::size_t rows(std::string_view list) const;
  void add_row(std::string_view list);
  void remove_row(std::string_view list, std::size_t row);
  // Exchanges a row with the one before it.
  void raise_row(std::string_view list, std::size_t row);
  static constexpr std::size_t most_rows = 300;

  // Takes rows away in which nothing was typed.
  void drop_blank_rows();

  // What a button of the form asks for: "add:/standard/time", "remove:/standard/time/1", "raise:/standard/time/1".
  // False when it is none of these.
  bool press(std::string_view button);

  // Every name with its values, as a browser would send them.
  std::vector<http::Parameter> parameters() const;
  bool operator==(const TypedEdition&) const = default;

 private:
  std::map<std::string, std::vector<std::string>, std::less<>> values_;
};

// Reads what was typed. `base` gives number and state. Gives the edition, or every finding, each with the pointer of
// its field in Finding::file. Rows without anything are an error here: drop_blank_rows() comes first.
Result<Edition, Findings> edition_of(const TypedEdition& typed, const Edition& base);

// The id of a field, or of a group of fields, on the page: "f-standard-title-id".
std::string field_id(std::string_view pointer);

// The field of the form at which a finding shows: the pointer itself, or the list of lines or boxes that holds it.
std::string field_of_finding(std::string_view pointer);

}  // namespace prima::catalogue
