#pragma once

#include <span>
#include <string>

#include "html/writer.h"
#include "publication/registry.h"

// What the pages of this folder show about a published result.
namespace prima::publication {

// "Nilai keseluruhan", "Disdukcapil", "Dimensi Input"; with the remark of the row.
void subject_of(html::Writer& w, const PublishedRow& row);

// "2022 (pra-evaluasi)".
std::string year_text(const PublishedRow& row, Language language);

// "Kota", "Unit vertikal": a level at the beginning of a line.
std::string level_heading(Level level, Language language);

// "ombudsman.go.id" of an address, or the source as it is named.
std::string source_name(const PublishedRow& row);
void source_link(html::Writer& w, const PublishedRow& row);

// Zone and category as printed, with a mark where they contradict the rule.
void printed(html::Writer& w, const PublishedRow& row, const Verdict& verdict);

// What the rule gives: badges, or a dash.
void computed(html::Writer& w, const PublishedRow& row, const Verdict& verdict);

// Of a contradicted row: what the rule gives, then a sentence for each part that contradicts it.
void contradiction(html::Writer& w, const PublishedRow& row, const Verdict& verdict);

// Rows as a table. In the list of all governments each row names its government and year; on the page of one government
// and year it names only its subject.
enum class Scope { all, one_year };
void results_table(html::Writer& w, const Registry& registry, std::span<const RowIndex> rows, Scope scope,
                   const html::Content& caption);

}  // namespace prima::publication
