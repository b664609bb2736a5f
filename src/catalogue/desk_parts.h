#pragma once

#include <cstddef>
#include <span>
#include <string>
#include <string_view>

#include "base/finding.h"
#include "catalogue/edition_rules.h"
#include "catalogue/plain_language_rules.h"
#include "catalogue/service_store.h"
#include "catalogue/standard.h"
#include "html/writer.h"

// What the pages of those who look after the catalogue show alike, and their addresses without language.
namespace prima::catalogue {

inline constexpr std::string_view desk_path = "/kelola";
inline constexpr std::string_view desk_services_path = "/kelola/layanan";
inline constexpr std::string_view desk_completeness_path = "/kelola/kelengkapan";
inline constexpr std::string_view desk_new_service_path = "/kelola/layanan/baru";
std::string desk_service_path(std::string_view code);              // "/kelola/layanan/ktp-hilang"
std::string desk_edition_path(std::string_view code, int number);  // "/kelola/layanan/ktp-hilang/edisi/2"

// How many of the 14 components are complete by standard_completeness_rules.h.
std::size_t complete_components(const Standard& standard);

void state_tag(html::Writer& w, EditionState state);

// "9 of 14" as a bar.
void completeness_meter(html::Writer& w, std::size_t complete);

// The 14 components with what is missing and what to write. `linked`: each leads to its part of the form.
void write_completeness(html::Writer& w, const Standard& standard, bool linked);

// Advice on the Indonesian texts, text by text; a sentence when there is none.
void write_plain_advice(html::Writer& w, const StandardPlainReport& report);

// What an edition says: when it holds, the service itself, and its 14 components.
void write_edition(html::Writer& w, const Edition& edition);

// The steps that an edition may take, each a form of its own with a reason where one is needed. `why_not` says why
// none can be taken by this person although there are some; may be empty.
struct MoveButtons {
  std::string code;
  int number = 0;
  std::int64_t version = 0;
  std::string csrf;
  std::vector<const EditionMove*> moves;
  Words why_not = {};
};
void write_moves(html::Writer& w, const MoveButtons& buttons);

// A form that changes something: method post, with the token that says it is ours. `path` without language.
struct DeskForm {
  std::string_view path = {};
  std::string_view csrf = {};
};
void desk_form(html::Writer& w, const DeskForm& form, const html::Content& body);

// Why something was refused, above a page; nothing without findings.
void write_refusal(html::Writer& w, const Findings& findings);

// What has just been done, as the address says it ("?kabar=terbit"); nothing for a word that is not known.
void write_desk_notice(html::Writer& w, std::string_view notice);

// "24 November 2026" or a dash.
std::string day_text(const html::Writer& w, const std::optional<Date>& day);

}  // namespace prima::catalogue
