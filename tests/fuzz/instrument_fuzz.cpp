// Any bytes as an instrument file: reading ends with an instrument or with findings that can be shown, and an
// instrument that was read can be proved, shown and compared.

#include <cstddef>
#include <cstdint>
#include <string>
#include <string_view>

#include "base/assert.h"
#include "base/text.h"
#include "instrument/diff.h"
#include "instrument/lint.h"
#include "instrument/reader.h"
#include "instrument/show_api.h"
#include "instrument/show_text.h"

namespace {

void check_findings(const prima::Findings& findings) {
  for (const prima::Finding& finding : findings) {
    PRIMA_ASSERT(!finding.code.empty() && finding.line >= 0);
    PRIMA_ASSERT(!finding.message.id.empty() && !finding.message.en.empty());
    PRIMA_ASSERT(!prima::first_invalid_utf8(finding.message.id) && !prima::first_invalid_utf8(finding.message.en));
  }
}

}  // namespace

extern "C" int LLVMFuzzerTestOneInput(const std::uint8_t* data, std::size_t size) {
  const std::string_view bytes(reinterpret_cast<const char*>(data), size);
  const auto read = prima::instrument::read_instrument(bytes, "fuzz.yaml");
  if (!read) {
    PRIMA_ASSERT(!read.error().empty());
    check_findings(read.error());
    return 0;
  }
  const prima::Findings findings = prima::instrument::lint(*read, {&*read});
  check_findings(findings);
  PRIMA_ASSERT(!prima::instrument::show_json(*read).empty());
  PRIMA_ASSERT(!prima::instrument::to_text(*read, prima::Language::id).empty());
  // With one id twice, the second of its parts is compared with the first.
  PRIMA_ASSERT(prima::instrument::diff(*read, *read).empty() || !findings.empty());
  return 0;
}
