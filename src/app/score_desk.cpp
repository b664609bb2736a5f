#include "app/score_desk.h"

#include <algorithm>
#include <charconv>

#include "app/instruments.h"
#include "app/sample_desk.h"
#include "app/site.h"
#include "assessment/answers_reader.h"
#include "assessment/score_page.h"
#include "assessment/score_result_page.h"
#include "html/error_page.h"
#include "http/form.h"
#include "surveys/responses.h"
#include "surveys/skm_api.h"
#include "surveys/skm_page.h"
#include "surveys/skm_text.h"

namespace prima::app {

using assessment::ScoreForm;
using instrument::Instrument;

namespace {

// What was sent: the chosen instrument and the file, or a sample in its place.
struct Submission {
  std::string instrument;
  std::string file_name;
  std::string sample;  // the bytes of a sample; empty when a file was sent
  std::string_view bytes;
};

std::vector<const Instrument*> all_instruments() {
  std::vector<const Instrument*> all;
  for (const std::string& id : library().ids()) all.push_back(library().find(id));
  return all;
}

http::Response show_form(Language language, ScoreForm form, int status) {
  return http::html(assessment::score_page(language, all_instruments(), form), status);
}

Finding no_file() {
  return Finding{"no_file",
                 "",
                 0,
                 {"belum ada berkas yang dipilih; pilih berkas CSV atau pakai contoh",
                  "no file was chosen; choose a CSV file or take the sample"}};
}

Finding no_instrument() {
  return Finding{
      "unknown_instrument",
      "",
      0,
      {"instrumen belum dipilih; pilih salah satu dari daftar", "no instrument was chosen; choose one from the list"}};
}

Result<Submission, Findings> read_submission(const http::Form& form) {
  Submission submission;
  submission.instrument = std::string(form.value("instrument").value_or(""));
  if (form.value("action") == "sample") {
    const Instrument* method = library().find(submission.instrument);
    submission.sample = method == nullptr ? sample_responses_of_city(1) : sample_answers_of_city(*method, 1);
    submission.bytes = submission.sample;
    return submission;
  }
  const http::UploadedFile* file = form.file("file");
  if (file == nullptr) return failure(Findings{no_file()});
  submission.file_name = file->name.empty() ? "berkas.csv" : file->name;
  submission.bytes = file->bytes;
  return submission;
}

Result<ComputedResult, Findings> compute_survey(const Submission& submission) {
  auto responses = surveys::read_responses(submission.bytes, submission.file_name);
  if (!responses) return failure(responses.error());
  ComputedResult result;
  result.file = submission.file_name;
  result.survey = surveys::skm_report(std::move(*responses), {});
  return result;
}

Result<ComputedResult, Findings> compute(const Submission& submission) {
  if (submission.instrument == assessment::survey_choice) return compute_survey(submission);
  const Instrument* method = library().find(submission.instrument);
  if (method == nullptr) return failure(Findings{no_instrument()});
  ComputedResult result;
  result.file = submission.file_name;
  result.compiled = std::make_shared<const scoring::Compiled>(*method);
  auto answers = assessment::read_answers(*result.compiled, submission.bytes, submission.file_name);
  if (!answers) return failure(answers.error());
  result.table = assessment::score_table(*result.compiled, std::move(*answers));
  return result;
}

// What the address counts from 1, as a place from 0.
std::size_t chosen_place(const http::Request& request, std::string_view name) {
  const auto text = request.query(name);
  std::size_t place = 0;
  if (!text) return 0;
  const auto [end, error] = std::from_chars(text->data(), text->data() + text->size(), place);
  return error == std::errc() && end == text->data() + text->size() && place > 0 ? place - 1 : 0;
}

http::Response gone(Language language, const http::Request& request) {
  return http::html(html::error_page(language, without_language(request.path), 404,
                                     Words{"Hasil ini tidak disimpan lagi. Hitung ulang berkasnya.",
                                           "This result is no longer kept. Compute the file again."}),
                    404);
}

}  // namespace

http::Response ScoreDesk::form(const http::Request& request) const {
  ScoreForm form;
  form.instrument = std::string(request.query("instrument").value_or("ombudsman/kepatuhan/2024"));
  return show_form(language_of(request.path), std::move(form), 200);
}

http::Response ScoreDesk::submit(const http::Request& request) {
  const Language language = language_of(request.path);
  const auto form = http::read_form(request);
  if (!form) return show_form(language, ScoreForm{"", form.error()}, 400);
  const auto submission = read_submission(*form);
  if (!submission)
    return show_form(language, ScoreForm{std::string(form->value("instrument").value_or("")), submission.error()}, 422);
  auto result = compute(*submission);
  if (!result) return show_form(language, ScoreForm{submission->instrument, result.error()}, 422);
  const std::string key = shelf_.put(std::move(*result));
  return http::redirect(303, (language == Language::en ? "/en/hitung/hasil/" : "/hitung/hasil/") + key);
}

http::Response ScoreDesk::result(const http::Request& request) const {
  const Language language = language_of(request.path);
  std::string key(request.capture("key"));
  const std::size_t dot = key.find('.');
  const std::string format = dot == std::string::npos ? "" : key.substr(dot + 1);
  key.resize(std::min(dot, key.size()));
  const auto found = shelf_.get(key);
  if (found == nullptr) return gone(language, request);
  if (found->survey) {
    if (format == "json")
      return http::download(surveys::to_json(*found->survey, language), "application/json", "hasil-skm.json");
    if (format == "csv")
      return http::download(surveys::to_csv(*found->survey), "text/csv; charset=utf-8", "hasil-skm.csv");
    return http::html(
        surveys::skm_page(language, *found->survey, {key, found->file, chosen_place(request, "unit"), true}));
  }
  if (format == "json")
    return http::download(assessment::to_json(*found->compiled, *found->table, language), "application/json",
                          "hasil.json");
  if (format == "csv") return http::download(assessment::to_csv(*found->table), "text/csv; charset=utf-8", "hasil.csv");
  return http::html(assessment::score_result_page(language, *found->compiled, *found->table,
                                                  {key, found->file, chosen_place(request, "instansi")}));
}

std::optional<http::Response> ScoreDesk::blank_table(const http::Request& request) const {
  std::string id(request.capture("id"));
  if (!id.ends_with(".csv")) return std::nullopt;
  id.resize(id.size() - 4);
  if (id == assessment::survey_choice) {
    return http::download(std::string("resp,unit,service,period,U1,U2,U3,U4,U5,U6,U7,U8,U9\n"),
                          "text/csv; charset=utf-8", "RESPONSES.csv");
  }
  const Instrument* method = library().find(id);
  if (method == nullptr) return std::nullopt;
  std::string csv = "institution,unit,indicator,value";
  if (method->samples_products) csv += ",product";
  if (method->samples_respondents) csv += ",respondent";
  const std::string rest =
      std::string(method->samples_products ? "," : "") + (method->samples_respondents ? "," : "") + "\n";
  csv += "\n";
  for (const instrument::Indicator& indicator : method->indicators) csv += ",," + indicator.id + "," + rest;
  return http::download(std::move(csv), "text/csv; charset=utf-8", "ANSWERS.csv");
}

}  // namespace prima::app
