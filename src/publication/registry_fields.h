#pragma once

#include <optional>
#include <string_view>

#include "base/words.h"
#include "publication/published_row.h"

// The fields of RESULTS.csv that hold more than one thing. The grammar stands in registry_reader.h.
namespace prima::publication {

struct YearText {
  int year = 0;
  Words note;  // may be empty
};

// "2022 pra-evaluasi" -> 2022 and its note; nothing when the text does not begin with exactly four digits.
std::optional<YearText> read_year_text(std::string_view text);

// "unit:Disdukcapil" -> a unit; "total (angka sementara)" -> the total with a remark.
Subject read_subject(std::string_view text);

}  // namespace prima::publication
