#include "identity/mail_rules.h"

#include <gtest/gtest.h>

namespace prima::identity {
namespace {

Mail sample() {
  return {.from = {"prima@semarangkota.go.id", "Prima Kota Semarang"},
          .to = {"sari@semarangkota.go.id", "Sari Wulandari"},
          .subject = {"Kata sandi baru", "New password"},
          .text = {"Buka tautan ini:\nhttps://prima.contoh.go.id/reset?kode=abc\n", "Open this link:\nhttps://x\n"},
          .message_id = "0190163d-8694-739b-aea5-966c26f8ad91@prima.contoh.go.id",
          .date = from_unix_ms(1'795'492'800'000)};
}

std::string head_of(const std::string& message) { return message.substr(0, message.find("\r\n\r\n") + 2); }

TEST(MailAddress, TakesWhatPeopleHave) {
  struct Row {
    const char* text;
    std::optional<std::string> address;
  };
  const Row rows[] = {
      {"sari@semarangkota.go.id", "sari@semarangkota.go.id"},
      {"Sari.W+prima@SemarangKota.GO.ID", "Sari.W+prima@semarangkota.go.id"},
      {"root@localhost", "root@localhost"},
      {"o'brien_x@a-b.co", "o'brien_x@a-b.co"},
      {"", std::nullopt},
      {"sari", std::nullopt},
      {"@semarangkota.go.id", std::nullopt},
      {"sari@", std::nullopt},
      {"sari@semarang", std::nullopt},
      {"sari@@semarangkota.go.id", std::nullopt},
      {"sari@a@b.id", std::nullopt},
      {".sari@b.id", std::nullopt},
      {"sari.@b.id", std::nullopt},
      {"sa..ri@b.id", std::nullopt},
      {"sari@-b.id", std::nullopt},
      {"sari@b..id", std::nullopt},
      {"sari@b.id.", std::nullopt},
      {"sari w@b.id", std::nullopt},
      {"sari@b.id\r\nBcc: x@y.id", std::nullopt},
      {"sari@b.id>", std::nullopt},
      {"<sari@b.id>", std::nullopt},
      {"\"sari\"@b.id", std::nullopt},
      {"sari@[127.0.0.1]", std::nullopt},
      {"sarí@b.id", std::nullopt},
      {"sari,budi@b.id", std::nullopt},
  };
  for (const Row& row : rows) EXPECT_EQ(mail_address(row.text), row.address) << row.text;
  EXPECT_FALSE(mail_address(std::string(65, 'a') + "@b.id"));
  EXPECT_FALSE(mail_address("a@" + std::string(64, 'b') + ".id"));
}

TEST(Mail, SaysEverythingInBothLanguagesIndonesianFirst) {
  const std::string message = mail_message(sample());
  EXPECT_NE(message.find("Subject: Kata sandi baru / New password\r\n"), std::string::npos);
  EXPECT_NE(message.find("From: \"Prima Kota Semarang\"\r\n <prima@semarangkota.go.id>\r\n"), std::string::npos);
  EXPECT_NE(message.find("Message-ID: <0190163d-8694-739b-aea5-966c26f8ad91@prima.contoh.go.id>\r\n"),
            std::string::npos);
  EXPECT_LT(message.find("Buka tautan"), message.find("Open this link"));
  EXPECT_NE(message.find("Content-Language: id, en\r\n"), std::string::npos);
}

TEST(Mail, SpeaksTheLanguageOfTheReceiver) {
  Mail mail = sample();
  mail.language = Language::en;
  const std::string message = mail_message(mail);
  EXPECT_NE(message.find("Subject: New password\r\n"), std::string::npos);
  EXPECT_EQ(message.find("Buka"), std::string::npos);
}

TEST(Mail, HasNoLineThatATextMade) {
  const char* attacks[] = {"Sari\r\nBcc: korban@contoh.id",
                           "Sari\nBcc: korban@contoh.id",
                           "Sari\rBcc: korban@contoh.id",
                           "Sari\r\n\r\nhalo",
                           "Sari\"\r\n <x@y.id>",
                           "Sari\xE2\x80\xA8"
                           "Bcc: x",
                           "S\xC3\xA4ri\r\nBcc: korban@contoh.id"};
  const std::string clean_head = head_of(mail_message(sample()));
  const auto field_count = [](const std::string& head) {
    int fields = 0;
    for (std::size_t at = 0; at < head.size(); at = head.find("\r\n", at) + 2) fields += head[at] == ' ' ? 0 : 1;
    return fields;
  };
  for (const char* attack : attacks) {
    Mail mail = sample();
    mail.to.name = attack;
    mail.from.name = attack;
    mail.subject = {attack, attack};
    const std::string head = head_of(mail_message(mail));
    EXPECT_EQ(field_count(head), field_count(clean_head)) << attack;
    EXPECT_EQ(head.find("\nBcc"), std::string::npos) << attack;
    for (std::size_t at = 0; at < head.size(); ++at) {
      EXPECT_TRUE(head[at] != '\n' || (at > 0 && head[at - 1] == '\r'));
      EXPECT_TRUE(head[at] != '\r' || (at + 1 < head.size() && head[at + 1] == '\n'));
    }
  }
}

TEST(Mail, HasShortLinesOfSevenBits) {
  Mail mail = sample();
  mail.subject = {std::string(300, 'x') + " panjang sekali",
                  "サービス標準の公開について市民の皆さまへのお知らせです。"};
  mail.text = {std::string(5000, 'y') + "\n" + std::string(200, '=') + "é\n.\n..titik\n", "äöü €\n"};
  const std::string message = mail_message(mail);
  std::size_t line = 0;
  for (const char byte : message) {
    EXPECT_LT(static_cast<unsigned char>(byte), 0x80);
    line = byte == '\n' ? 0 : line + 1;
    EXPECT_LE(line, 79U);
  }
}

TEST(HeaderText, IsEncodedOnlyWhereItMust) {
  EXPECT_EQ(encoded_header_text("Kata sandi baru"), "Kata sandi baru");
  EXPECT_EQ(encoded_header_text("Résumé"), "=?utf-8?B?UsOpc3Vtw6k=?=");
  EXPECT_EQ(encoded_header_text("=?utf-8?B?WA==?="), "=?utf-8?B?PT91dGYtOD9CP1dBPT0/PQ==?=")
      << "text that looks encoded stays text";
  const std::string folded_text = encoded_header_text(std::string(40, 'a') + " " + std::string(40, 'b'));
  EXPECT_EQ(folded_text, std::string(40, 'a') + "\r\n " + std::string(40, 'b'));
}

TEST(QuotedPrintable, WritesRfc2045) {
  EXPECT_EQ(quoted_printable("a=b\n"), "a=3Db\r\n");
  EXPECT_EQ(quoted_printable("akhir \nbaris\t"), "akhir=20\r\nbaris=09");
  EXPECT_EQ(quoted_printable("é"), "=C3=A9");
  EXPECT_EQ(quoted_printable("a\r\nb"), "a\r\nb");
  EXPECT_EQ(quoted_printable(std::string(80, 'x')), std::string(75, 'x') + "=\r\n" + std::string(5, 'x'));
}

TEST(MailDate, IsWrittenInUtc) {
  EXPECT_EQ(mail_date(parse_instant("2026-11-24T04:00:09Z").value()), "Tue, 24 Nov 2026 04:00:09 +0000");
  EXPECT_EQ(mail_date(parse_instant("2024-02-29T23:59:59Z").value()), "Thu, 29 Feb 2024 23:59:59 +0000");
}

}  // namespace
}  // namespace prima::identity
