#include "identity/mail_sender.h"

#include <fmt/format.h>

#include <algorithm>
#include <array>
#include <cstring>

#include "base/assert.h"
#include "identity/curl_handle.h"

namespace prima::identity {

namespace {

// What libcurl still has to send.
struct Rest {
  std::string_view bytes;
};

std::size_t give(char* into, std::size_t size, std::size_t count, void* context) {
  auto& rest = *static_cast<Rest*>(context);
  const std::size_t taken = std::min(size * count, rest.bytes.size());
  std::memcpy(into, rest.bytes.data(), taken);
  rest.bytes.remove_prefix(taken);
  return taken;
}

bool is_loopback(std::string_view host) { return host == "127.0.0.1" || host == "::1" || host == "localhost"; }

MailProblem problem_of(CURLcode code) {
  switch (code) {
    case CURLE_USE_SSL_FAILED:
    case CURLE_PEER_FAILED_VERIFICATION:
    case CURLE_SSL_CONNECT_ERROR:
    case CURLE_SSL_CACERT_BADFILE:
      return MailProblem::no_tls;
    case CURLE_LOGIN_DENIED:
    case CURLE_SEND_ERROR:
    case CURLE_RECV_ERROR:
    case CURLE_WEIRD_SERVER_REPLY:
      return MailProblem::refused;
    default:  // an enum of the library's, with a hundred values
      return MailProblem::unreachable;
  }
}

void set_server(CURL* curl, const MailServer& server) {
  const bool tls = server.security == MailServer::Security::tls;
  const bool is_ipv6 = server.host.find(':') != std::string::npos;
  const std::string host = is_ipv6 ? "[" + server.host + "]" : server.host;
  curl_easy_setopt(curl, CURLOPT_URL, fmt::format("{}://{}:{}", tls ? "smtps" : "smtp", host, server.port).c_str());
  curl_easy_setopt(curl, CURLOPT_PROTOCOLS_STR, "smtp,smtps");
  curl_easy_setopt(curl, CURLOPT_PROXY, "");
  const long security = server.security == MailServer::Security::none ? CURLUSESSL_NONE : CURLUSESSL_ALL;
  curl_easy_setopt(curl, CURLOPT_USE_SSL, security);
  curl_easy_setopt(curl, CURLOPT_SSLVERSION, static_cast<long>(CURL_SSLVERSION_TLSv1_2));
  if (!server.ca_file.empty()) curl_easy_setopt(curl, CURLOPT_CAINFO, server.ca_file.c_str());
  if (!server.user.empty()) {
    curl_easy_setopt(curl, CURLOPT_USERNAME, server.user.c_str());
    curl_easy_setopt(curl, CURLOPT_PASSWORD, server.password.c_str());
  }
  const auto ms = static_cast<long>(server.timeout.count());
  curl_easy_setopt(curl, CURLOPT_TIMEOUT_MS, ms);
  curl_easy_setopt(curl, CURLOPT_CONNECTTIMEOUT_MS, ms);
}

MailFailure failure_of(CURL* curl, CURLcode code, std::string_view detail) {
  long answer = 0;
  curl_easy_getinfo(curl, CURLINFO_RESPONSE_CODE, &answer);
  constexpr long first_refusal = 400;
  const MailProblem problem = problem_of(code);
  const bool says_no = problem == MailProblem::unreachable && answer >= first_refusal;
  return {says_no ? MailProblem::refused : problem,
          fmt::format("{} (SMTP answer {}): {}", curl_easy_strerror(code), answer, detail)};
}

}  // namespace

Words describe(MailProblem problem) {
  switch (problem) {
    case MailProblem::not_allowed:
      return {"Surat elektronik tanpa enkripsi hanya boleh dikirim ke komputer ini sendiri. Pilih STARTTLS atau TLS.",
              "Mail without encryption may go to this machine only. Choose STARTTLS or TLS."};
    case MailProblem::unreachable:
      return {"Server surat elektronik tidak menjawab. Periksa nama dan portanya.",
              "The mail server does not answer. Check its name and port."};
    case MailProblem::no_tls:
      return {"Sambungan aman ke server surat elektronik gagal. Periksa sertifikatnya.",
              "The secure connection to the mail server failed. Check its certificate."};
    case MailProblem::refused:
      return {"Server surat elektronik menolak. Periksa nama pengguna, kata sandi, dan alamatnya.",
              "The mail server refused. Check the user name, the password and the addresses."};
  }
  PRIMA_UNREACHABLE("a problem without a case");
}

Result<void, MailFailure> SmtpSender::send(const Mail& mail) {
  if (server_.security == MailServer::Security::none && !is_loopback(server_.host)) {
    return failure(MailFailure{MailProblem::not_allowed, "plain SMTP to " + server_.host});
  }
  const std::string message = mail_message(mail);
  Rest rest{message};
  std::array<char, CURL_ERROR_SIZE> detail{};
  const CurlList receivers = with_line({}, "<" + mail.to.address + ">");
  const CurlHandle curl = make_curl();
  set_server(curl.get(), server_);
  curl_easy_setopt(curl.get(), CURLOPT_ERRORBUFFER, detail.data());
  curl_easy_setopt(curl.get(), CURLOPT_MAIL_FROM, ("<" + mail.from.address + ">").c_str());
  curl_easy_setopt(curl.get(), CURLOPT_MAIL_RCPT, receivers.get());
  curl_easy_setopt(curl.get(), CURLOPT_UPLOAD, 1L);
  curl_easy_setopt(curl.get(), CURLOPT_READFUNCTION, give);
  curl_easy_setopt(curl.get(), CURLOPT_READDATA, &rest);
  const CURLcode code = curl_easy_perform(curl.get());
  if (code == CURLE_OK) return {};
  return failure(failure_of(curl.get(), code, detail.data()));
}

}  // namespace prima::identity
