#pragma once

#include <string>
#include <vector>

#include "base/words.h"
#include "http/request.h"
#include "publication/rounds.h"

namespace prima::publication {

// The page on which anybody checks one published score (/periksa): nilai=91.70 & tahun=2023 & tercetak=A (Kualitas
// Tinggi). Gives the category by the rule of that year, all its limits, and says which printed part contradicts it. A
// person may write the decimal comma here, for no file is read. Without "nilai" it is the empty form; what is wrong
// with the fields stands beside them.
std::string check_page(const Rounds& rounds, Language language, const std::vector<http::Parameter>& parameters);

inline constexpr std::string_view check_path = "/periksa";

}  // namespace prima::publication
