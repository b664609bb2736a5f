#include "http/tls.h"

#include <openssl/ssl.h>

#include <boost/asio/ssl/context.hpp>

#include "http/server.h"

namespace prima::http {
namespace {

namespace ssl = boost::asio::ssl;

[[noreturn]] void refuse(const std::string& file, const std::string& reason) {
  throw ServerError(
      {"Berkas TLS " + file + " tidak dapat dipakai (" + reason + "). Berikan sertifikat dan kuncinya sebagai PEM.",
       "The TLS file " + file + " cannot be used (" + reason + "). Give the certificate and its key as PEM."});
}

// The client lists what it speaks (RFC 7301); we speak one thing.
int choose_protocol(SSL*, const unsigned char** chosen, unsigned char* chosen_size, const unsigned char* offered,
                    unsigned int offered_size, void*) {
  static constexpr unsigned char ours[] = "\x08http/1.1";
  unsigned char* found = nullptr;
  const int result = SSL_select_next_proto(&found, chosen_size, ours, sizeof ours - 1, offered, offered_size);
  *chosen = found;
  return result == OPENSSL_NPN_NEGOTIATED ? SSL_TLSEXT_ERR_OK : SSL_TLSEXT_ERR_ALERT_FATAL;
}

}  // namespace

std::shared_ptr<ssl::context> make_tls(const std::string& certificate_file, const std::string& key_file) {
  auto tls = std::make_shared<ssl::context>(ssl::context::tls_server);
  SSL_CTX* const context = tls->native_handle();
  SSL_CTX_set_min_proto_version(context, TLS1_2_VERSION);
  SSL_CTX_set_options(context, SSL_OP_NO_RENEGOTIATION | SSL_OP_NO_COMPRESSION | SSL_OP_CIPHER_SERVER_PREFERENCE);
  SSL_CTX_set_alpn_select_cb(context, choose_protocol, nullptr);
  try {
    tls->use_certificate_chain_file(certificate_file);
  } catch (const boost::system::system_error& error) {
    refuse(certificate_file, error.code().message());
  }
  try {
    tls->use_private_key_file(key_file, ssl::context::pem);
  } catch (const boost::system::system_error& error) {
    refuse(key_file, error.code().message());
  }
  return tls;
}

}  // namespace prima::http
