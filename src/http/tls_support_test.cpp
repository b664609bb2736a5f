#include <arpa/inet.h>
#include <gtest/gtest.h>
#include <netinet/in.h>
#include <openssl/evp.h>
#include <openssl/pem.h>
#include <openssl/ssl.h>
#include <openssl/x509.h>
#include <sys/socket.h>
#include <unistd.h>

#include <atomic>
#include <cstdio>
#include <memory>

#include "base/assert.h"
#include "http/http_test_support.h"

namespace prima::http::test {
namespace {

template <auto function>
struct Free {
  template <typename T>
  void operator()(T* value) const {
    function(value);
  }
};

using Key = std::unique_ptr<EVP_PKEY, Free<EVP_PKEY_free>>;
using Certificate = std::unique_ptr<X509, Free<X509_free>>;

Certificate sign(EVP_PKEY* key) {
  Certificate certificate(X509_new());
  constexpr long one_day = 86'400;
  ASN1_INTEGER_set(X509_get_serialNumber(certificate.get()), 1);
  X509_gmtime_adj(X509_getm_notBefore(certificate.get()), -one_day);
  X509_gmtime_adj(X509_getm_notAfter(certificate.get()), one_day);
  X509_set_pubkey(certificate.get(), key);
  X509_NAME* const name = X509_get_subject_name(certificate.get());
  X509_NAME_add_entry_by_txt(name, "CN", MBSTRING_ASC, reinterpret_cast<const unsigned char*>("localhost"), -1, -1, 0);
  X509_set_issuer_name(certificate.get(), name);
  PRIMA_ASSERT(X509_sign(certificate.get(), key, EVP_sha256()) > 0);
  return certificate;
}

template <typename Write>
std::string write_file(const std::string& name, Write write) {
  static std::atomic<int> files{0};
  std::string path =
      testing::TempDir() + name + "-" + std::to_string(::getpid()) + "-" + std::to_string(++files) + ".pem";
  std::FILE* const file = std::fopen(path.c_str(), "w");
  PRIMA_ASSERT(file != nullptr);
  write(file);
  std::fclose(file);
  return path;
}

int connect_to(std::uint16_t port) {
  const int socket = ::socket(AF_INET, SOCK_STREAM, 0);
  sockaddr_in address{};
  address.sin_family = AF_INET;
  address.sin_port = htons(port);
  address.sin_addr.s_addr = htonl(INADDR_LOOPBACK);
  PRIMA_ASSERT(::connect(socket, reinterpret_cast<const sockaddr*>(&address), sizeof address) == 0);
  return socket;
}

std::string talk(SSL* tls, std::string_view request) {
  std::string bytes;
  if (SSL_connect(tls) != 1) return bytes;
  SSL_write(tls, request.data(), static_cast<int>(request.size()));
  char part[4096];
  for (;;) {
    const int size = SSL_read(tls, part, sizeof part);
    if (size <= 0) break;
    bytes.append(part, static_cast<std::size_t>(size));
  }
  EXPECT_EQ(SSL_get_shutdown(tls) & SSL_RECEIVED_SHUTDOWN, SSL_RECEIVED_SHUTDOWN) << "the end was not cut off";
  SSL_shutdown(tls);
  return bytes;
}

}  // namespace

CertificateFiles make_certificate() {
  const Key key(EVP_EC_gen("P-256"));
  const Certificate certificate = sign(key.get());
  return {.certificate = write_file("certificate", [&](std::FILE* f) { PEM_write_X509(f, certificate.get()); }),
          .key = write_file(
              "key", [&](std::FILE* f) { PEM_write_PrivateKey(f, key.get(), nullptr, nullptr, 0, nullptr, nullptr); })};
}

std::string ask_over_tls(std::uint16_t port, std::string_view request, int max_version) {
  const std::unique_ptr<SSL_CTX, Free<SSL_CTX_free>> context(SSL_CTX_new(TLS_client_method()));
  SSL_CTX_set_security_level(context.get(), 0);
  SSL_CTX_set_min_proto_version(context.get(), TLS1_VERSION);
  if (max_version != 0) SSL_CTX_set_max_proto_version(context.get(), max_version);
  const std::unique_ptr<SSL, Free<SSL_free>> tls(SSL_new(context.get()));
  const int socket = connect_to(port);
  SSL_set_fd(tls.get(), socket);
  std::string bytes = talk(tls.get(), request);
  ::close(socket);
  return bytes;
}

}  // namespace prima::http::test
