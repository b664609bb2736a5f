#pragma once

#include <cstdint>
#include <string>
#include <string_view>
#include <vector>

#include "base/instant.h"
#include "base/words.h"
#include "html/form.h"

// Parts that the pages of people share.
namespace prima::identity {

// What is wrong with what was typed into one field of a page; `field` is the id of the field.
struct FieldProblem {
  std::string field;
  Words words;
};
using FieldProblems = std::vector<FieldProblem>;

// The problem of a field as the field shows it; empty when there is none.
html::Content problem_of(const FieldProblems& problems, std::string_view field);
// All of them above the form, each leading to its field.
void write_problems(html::Writer& w, const FieldProblems& problems);

// A form that changes something: method post, with the token that says it is ours. `path` without language.
struct PostForm {
  std::string_view path = {};
  std::string_view csrf = {};
};
void post_form(html::Writer& w, const PostForm& form, const html::Content& body);

enum class PasswordUse : std::uint8_t { current, fresh };
void password_field(html::Writer& w, const html::Field& field, PasswordUse use);

// "24 November 2026 13.05 WIB".
std::string moment_text(const html::Writer& w, Instant moment, TimeZone zone);

// Why personal data is asked here, on which basis, for how long and who sees it, from the register of processing
// (personal_data.h), to be opened. `activity` is one of the register.
void processing_note(html::Writer& w, std::string_view activity);

// What has just been done, as the address says it ("?kabar=tersimpan"); nothing for a word that is not known.
void write_notice(html::Writer& w, std::string_view notice);

}  // namespace prima::identity
