#include "identity/mail_sender.h"

#include <gtest/gtest.h>

#include <filesystem>
#include <fstream>
#include <sstream>
#include <vector>

#include "identity/certificate_test_support.h"
#include "identity/child_process_test_support.h"

namespace prima::identity {
namespace {

namespace fs = std::filesystem;

// smtp_test_server.py in a process of its own, with a folder of its own.
class SmtpServer {
 public:
  explicit SmtpServer(const std::vector<std::string>& more = {})
      : folder_(make_folder()), process_(command(folder_, more)) {}
  ~SmtpServer() { fs::remove_all(folder_); }
  SmtpServer(const SmtpServer&) = delete;
  SmtpServer& operator=(const SmtpServer&) = delete;

  MailServer settings(MailServer::Security security) const {
    return {.host = "127.0.0.1",
            .port = process_.port(),
            .security = security,
            .user = {},
            .password = {},
            .ca_file = folder_ + "/cert.pem",
            .timeout = std::chrono::seconds(10)};
  }
  std::string read(const std::string& name) const {
    std::ifstream file(folder_ + "/" + name, std::ios::binary);
    std::stringstream text;
    text << file.rdbuf();
    return text.str();
  }

 private:
  static std::string make_folder() {
    std::string name = fs::temp_directory_path() / "prima-mail-XXXXXX";
    const std::string folder = mkdtemp(name.data());
    test::write_certificate(folder + "/cert.pem", folder + "/key.pem");
    return folder;
  }
  static std::vector<std::string> command(const std::string& folder, const std::vector<std::string>& more) {
    std::vector<std::string> words = {"python3", PRIMA_SOURCE_DIR "/src/identity/smtp_test_server.py", folder};
    for (const std::string& word : more) {
      words.push_back(word);
      if (word == "--tls") words.insert(words.end(), {folder + "/cert.pem", folder + "/key.pem"});
    }
    return words;
  }

  std::string folder_;
  test::ChildProcess process_;
};

Mail sample() {
  return {.from = {"prima@contoh.go.id", "Prima"},
          .to = {"sari@contoh.go.id", "Sari Wulandari"},
          .subject = {"Kata sandi baru – tautan", "New password"},
          .text = {"Baris satu\n.\n.titik di depan\n..dua titik\nBukan akhir: é\n", "The end.\n"},
          .message_id = "1@prima.contoh.go.id",
          .date = from_unix_ms(1'795'492'800'000)};
}

TEST(SmtpSender, BringsTheMailAsItWasWritten) {
  const SmtpServer server;
  SmtpSender sender(server.settings(MailServer::Security::none));
  const auto sent = sender.send(sample());
  ASSERT_TRUE(sent) << sent.error().detail;
  EXPECT_EQ(server.read("0.eml"), mail_message(sample()));
  const std::string notes = server.read("0.txt");
  EXPECT_NE(notes.find("from=prima@contoh.go.id\nto=sari@contoh.go.id\n"), std::string::npos);
  EXPECT_NE(notes.find("stuffed"), std::string::npos) << "lines that begin with a dot were protected";
}

TEST(SmtpSender, SpeaksTlsAndSignsIn) {
  const SmtpServer server({"--tls"});
  MailServer settings = server.settings(MailServer::Security::starttls);
  settings.user = "prima";
  settings.password = "benar";
  SmtpSender sender(settings);
  const auto sent = sender.send(sample());
  ASSERT_TRUE(sent) << sent.error().detail;
  EXPECT_TRUE(server.read("0.txt").starts_with("tls\nuser=prima\n"));
  EXPECT_EQ(server.read("0.eml"), mail_message(sample()));
}

TEST(SmtpSender, SaysWhatWentWrong) {
  const SmtpServer plain;
  const SmtpServer secure({"--tls"});
  const SmtpServer strict({"--refuse-receiver"});
  struct Row {
    const char* name;
    MailServer settings;
    MailProblem problem;
  };
  MailServer not_trusted = secure.settings(MailServer::Security::starttls);
  not_trusted.ca_file.clear();
  MailServer wrong_password = secure.settings(MailServer::Security::starttls);
  wrong_password.user = "prima";
  wrong_password.password = "salah";
  MailServer elsewhere = plain.settings(MailServer::Security::none);
  elsewhere.host = "surat.contoh.go.id";
  MailServer nobody = plain.settings(MailServer::Security::none);
  nobody.port = 1;
  const Row rows[] = {
      {"no STARTTLS", plain.settings(MailServer::Security::starttls), MailProblem::no_tls},
      {"foreign certificate", not_trusted, MailProblem::no_tls},
      {"wrong password", wrong_password, MailProblem::refused},
      {"unknown receiver", strict.settings(MailServer::Security::none), MailProblem::refused},
      {"plain to another machine", elsewhere, MailProblem::not_allowed},
      {"nobody there", nobody, MailProblem::unreachable},
  };
  for (const Row& row : rows) {
    const auto sent = SmtpSender(row.settings).send(sample());
    ASSERT_FALSE(sent) << row.name;
    EXPECT_EQ(sent.error().problem, row.problem) << row.name << ": " << sent.error().detail;
    EXPECT_EQ(sent.error().detail.find("salah"), std::string::npos);
    EXPECT_FALSE(describe(sent.error().problem).id.empty());
  }
  EXPECT_EQ(plain.read("0.eml"), "");
}

}  // namespace
}  // namespace prima::identity
