#pragma once

#include <boost/json/array.hpp>

#include "base/finding.h"

namespace prima::instrument {

// The array "findings" of every JSON document that has one: [{"code","file","line","message"}], the messages in
// `language`.
boost::json::array findings_array(const Findings& findings, Language language);

}  // namespace prima::instrument
