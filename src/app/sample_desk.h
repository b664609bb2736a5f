#pragma once

#include <cstdint>
#include <string>

#include "instrument/model.h"

namespace prima::app {

// The files of the made-up city, made in memory for the page that scores a file. The same seed gives the same bytes.
std::string sample_answers_of_city(const instrument::Instrument& method, std::uint64_t seed);
std::string sample_responses_of_city(std::uint64_t seed);

}  // namespace prima::app
