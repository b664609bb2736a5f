// Any bytes through the CSV reader: it must end, keep its promises, and read what a naive reader reads.

#include <cstddef>
#include <cstdint>
#include <string_view>

#include "base/assert.h"
#include "base/csv.h"
#include "base/csv_test_support.h"
#include "base/text.h"

namespace {

// The naive reader knows neither encodings nor byte order marks.
bool suits_the_naive_reader(std::string_view bytes) {
  return !prima::first_invalid_utf8(bytes) && bytes.find('\0') == std::string_view::npos &&
         !bytes.starts_with("\xEF\xBB\xBF");
}

void check_promises(std::string_view bytes, prima::CsvLimits limits) {
  prima::CsvReader reader(bytes, "fuzz.csv", limits);
  std::int64_t line = 0;
  std::size_t end = 0;
  while (reader.next()) {
    PRIMA_ASSERT(reader.line() > line);
    PRIMA_ASSERT(reader.record_begin() >= end && reader.record_end() > reader.record_begin());
    PRIMA_ASSERT(!reader.fields().empty() && reader.fields().size() <= limits.columns);
    for (const std::string_view field : reader.fields()) PRIMA_ASSERT(!prima::first_invalid_utf8(field));
    line = reader.line();
    end = reader.record_end();
  }
  PRIMA_ASSERT(!reader.next());
  PRIMA_ASSERT(reader.problem() ? reader.problem()->line >= 1 : reader.record_end() == bytes.size());
}

}  // namespace

extern "C" int LLVMFuzzerTestOneInput(const std::uint8_t* data, std::size_t size) {
  if (size < 2) return 0;
  // Two bytes choose the limits; 0 takes those that everybody gets.
  const prima::CsvLimits usual;
  const prima::CsvLimits limits{.line_bytes = data[0] == 0 ? usual.line_bytes : data[0],
                                .columns = data[1] == 0 ? usual.columns : data[1]};
  const std::string_view bytes(reinterpret_cast<const char*>(data) + 2, size - 2);
  check_promises(bytes, limits);
  if (suits_the_naive_reader(bytes)) {
    prima::CsvReader reader(bytes, "fuzz.csv", limits);
    PRIMA_ASSERT(prima::test::read_with(reader) == prima::test::NaiveCsv(bytes, limits).read());
  }
  return 0;
}
