#pragma once

#include <string>

#include "app/result_shelf.h"
#include "http/request.h"
#include "http/response.h"

namespace prima::app {

// The part of the site where a file becomes a score (/hitung). Owns the results until they are replaced by newer ones.
// Safe from any thread.
class ScoreDesk {
 public:
  // GET /hitung
  http::Response form(const http::Request& request) const;
  // POST /hitung: a file or the sample. Leads to the result, or shows the form again with what is wrong.
  http::Response submit(const http::Request& request);
  // GET /hitung/hasil/{key}, {key}.json, {key}.csv
  http::Response result(const http::Request& request) const;
  // GET /hitung/templat/{id...}.csv: an empty table to fill in; nothing when there is no such instrument.
  std::optional<http::Response> blank_table(const http::Request& request) const;

 private:
  ResultShelf shelf_;
};

}  // namespace prima::app
