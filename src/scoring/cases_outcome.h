#pragma once

#include <optional>
#include <string>
#include <vector>

#include "instrument/yaml.h"
#include "scoring/compiled.h"

namespace prima::scoring {

// What a case came to, in the words its expectations use. Absent members could not be made.
struct CaseOutcome {
  std::optional<std::string> score;
  std::optional<std::string> exact;
  std::optional<std::string> category;
  std::optional<std::string> quality;
  std::optional<std::string> zone;      // "none" where the instrument has no zones
  std::optional<std::string> opinion;   // the Indonesian, official one
  std::optional<std::string> withheld;  // "certificate" or "none"
  std::optional<std::string> error;     // the code of the problem that kept a score from being made
  std::vector<std::string> findings;    // sorted codes
};

// The three kinds of input a case can have. Each adds a finding when the case itself cannot be understood.
CaseOutcome classify_case(const instrument::YamlNode& node, const instrument::Instrument& instrument);
CaseOutcome rollup_case(const instrument::YamlNode& node, const instrument::Instrument& instrument);
CaseOutcome answers_case(const instrument::YamlNode& node, const Compiled& compiled);

}  // namespace prima::scoring
