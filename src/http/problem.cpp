#include "http/problem.h"

#include <fmt/format.h>

#include "base/text.h"

namespace prima::http {
namespace {

// A JSON string with its quotes. Bytes that are not UTF-8 would make the document unreadable; they become "?".
std::string quoted(std::string_view text) {
  std::string out = "\"";
  const bool valid = !first_invalid_utf8(text);
  for (const char c : text) {
    const auto byte = static_cast<unsigned char>(c);
    if (c == '"' || c == '\\') {
      out += {'\\', c};
    } else if (byte < 0x20) {
      out += fmt::format("\\u{:04x}", byte);
    } else {
      out += byte >= 0x80 && !valid ? '?' : c;
    }
  }
  return out + '"';
}

std::string finding_json(const Finding& finding) {
  return fmt::format(R"({{"code":{},"file":{},"line":{},"message":{},"message_en":{}}})", quoted(finding.code),
                     quoted(finding.file), finding.line, quoted(finding.message.id), quoted(finding.message.en));
}

std::string findings_json(const Findings& findings) {
  std::string out;
  for (const Finding& finding : findings) out += (out.empty() ? "" : ",") + finding_json(finding);
  return out;
}

}  // namespace

Response problem(const Problem& problem) {
  const Words title = problem.title.empty() ? title_of(problem.status) : problem.title;
  std::string body = fmt::format(R"({{"type":{},"status":{},"title":{},"title_en":{})", quoted(problem.type),
                                 problem.status, quoted(title.id), quoted(title.en));
  if (!problem.detail.empty()) {
    body += fmt::format(R"(,"detail":{},"detail_en":{})", quoted(problem.detail.id), quoted(problem.detail.en));
  }
  if (!problem.findings.empty()) body += fmt::format(R"(,"findings":[{}])", findings_json(problem.findings));
  return {.status = problem.status,
          .content_type = "application/problem+json",
          .cache_control = "no-store",
          .body = body + "}\n"};
}

Response problem(int status, Words detail) { return problem(Problem{.status = status, .detail = std::move(detail)}); }

Words title_of(int status) {
  switch (status) {
    case 400:
      return {"Permintaan tidak dapat dibaca", "The request cannot be read"};
    case 403:
      return {"Tidak diizinkan", "Not allowed"};
    case 404:
      return {"Alamat tidak ditemukan", "Address not found"};
    case 405:
      return {"Metode tidak berlaku untuk alamat ini", "Method not allowed for this address"};
    case 408:
      return {"Permintaan terlalu lambat", "The request took too long"};
    case 411:
      return {"Panjang isi tidak disebutkan", "The length of the body is missing"};
    case 412:
      return {"Syarat permintaan tidak terpenuhi", "A condition of the request does not hold"};
    case 413:
      return {"Isi permintaan terlalu besar", "The body of the request is too large"};
    case 414:
      return {"Alamat terlalu panjang", "The address is too long"};
    case 415:
      return {"Jenis isi tidak dikenal", "Unknown type of body"};
    case 416:
      return {"Bagian berkas itu tidak ada", "There is no such part of the file"};
    case 417:
      return {"Syarat Expect tidak dikenal", "Unknown expectation"};
    case 422:
      return {"Isi permintaan tidak dapat diproses", "The content cannot be processed"};
    case 429:
      return {"Terlalu banyak permintaan", "Too many requests"};
    case 431:
      return {"Kepala permintaan terlalu besar", "The head of the request is too large"};
    case 500:
      return {"Terjadi kesalahan di pihak kami", "Something went wrong on our side"};
    case 501:
      return {"Metode tidak dikenal", "Unknown method"};
    case 503:
      return {"Layanan sedang penuh", "The service is busy"};
    case 505:
      return {"Versi HTTP tidak didukung", "This version of HTTP is not supported"};
    default:
      return status < 500 ? title_of(400) : title_of(500);
  }
}

}  // namespace prima::http
