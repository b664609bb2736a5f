#include "http/form.h"

#include <gtest/gtest.h>

namespace prima::http {
namespace {

std::string code_of(const Result<Form, Findings>& form) {
  if (form) return "ok";
  EXPECT_EQ(form.error().size(), 1U);
  EXPECT_FALSE(form.error()[0].message.id.empty());
  EXPECT_FALSE(form.error()[0].message.en.empty());
  return form.error()[0].code;
}

TEST(UrlencodedForm, HasItsFieldsInOrder) {
  const auto form = read_urlencoded("nama=Siti+Aminah&kota=Kota%20Magelang&kosong=&nama=dua&tanpa");
  ASSERT_TRUE(form);
  const std::vector<Parameter> expected = {
      {"nama", "Siti Aminah"}, {"kota", "Kota Magelang"}, {"kosong", ""}, {"nama", "dua"}, {"tanpa", ""}};
  EXPECT_EQ(form->fields, expected);
  EXPECT_EQ(form->value("nama"), "Siti Aminah");
  EXPECT_EQ(form->value("kosong"), "");
  EXPECT_FALSE(form->value("lain"));
  EXPECT_TRUE(read_urlencoded("")->fields.empty());
  EXPECT_TRUE(read_urlencoded("&&")->fields.empty());
  EXPECT_EQ(read_urlencoded("a=b=c")->value("a"), "b=c");
}

TEST(UrlencodedForm, SaysWhatIsWrong) {
  const FormLimits limits{.parts = 3, .name_bytes = 5, .value_bytes = 5};
  const std::vector<std::pair<std::string, std::string>> cases = {
      {"a=%", "form_encoding"},      {"a=%zz", "form_encoding"},
      {"%ff=a", "form_encoding"},    {"a=%00", "form_encoding"},
      {"=a", "form_name"},           {"abcdef=a", "form_name"},
      {"a=123456", "form_too_long"}, {"a&b&c&d", "form_too_many_parts"},
      {"a=%c3%28", "form_encoding"}, {"a=12345&b&c", "ok"},
      {"a=%F0%9F%98%80", "ok"},
  };
  for (const auto& [body, code] : cases) EXPECT_EQ(code_of(read_urlencoded(body, limits)), code) << body;
}

std::string part(const std::string& headers, const std::string& content) {
  return "--b\r\n" + headers + "\r\n\r\n" + content + "\r\n";
}
std::string field(const std::string& name, const std::string& content) {
  return part("Content-Disposition: form-data; name=\"" + name + "\"", content);
}
std::string file(const std::string& name, const std::string& content) {
  return part("Content-Disposition: form-data; name=\"berkas\"; filename=\"" + name +
                  "\"\r\nContent-Type: text/csv; charset=utf-8",
              content);
}

TEST(MultipartForm, HasFieldsAndFiles) {
  const std::string csv = "a,b\r\n1,2\r\n\r\n--c\r\n";
  const std::string body =
      field("instrumen", "ombudsman/kepatuhan/2023") + file("jawaban.csv", csv) + field("catatan", "") + "--b--\r\n";
  const auto form = read_multipart(body, "b");
  ASSERT_TRUE(form) << form.error()[0].message.en;
  EXPECT_EQ(form->value("instrumen"), "ombudsman/kepatuhan/2023");
  EXPECT_EQ(form->value("catatan"), "");
  const UploadedFile* uploaded = form->file("berkas");
  ASSERT_TRUE(uploaded);
  EXPECT_EQ(uploaded->name, "jawaban.csv");
  EXPECT_EQ(uploaded->content_type, "text/csv");
  EXPECT_EQ(uploaded->bytes, csv);
  EXPECT_FALSE(form->file("lain"));
}

TEST(MultipartForm, KeepsAnyBytesOfAFile) {
  std::string bytes;
  for (int i = 0; i < 256; ++i) bytes += static_cast<char>(i);
  const std::string body = file("x", bytes) + "--b--";
  const auto form = read_multipart(body, "b");
  ASSERT_TRUE(form);
  EXPECT_EQ(form->files[0].bytes, bytes);
}

TEST(MultipartForm, LeavesOutAFileThatWasNotChosen) {
  const auto form = read_multipart(file("", "") + "--b--", "b");
  ASSERT_TRUE(form);
  EXPECT_TRUE(form->files.empty());
  EXPECT_EQ(read_multipart(file("kosong.csv", "") + "--b--", "b")->files.size(), 1U) << "an empty file was chosen";
}

TEST(MultipartForm, CleansTheNamesOfFiles) {
  const std::vector<std::pair<std::string, std::string>> cases = {
      {"a.csv", "a.csv"},
      {"../../etc/passwd", "passwd"},
      {"C:\\Users\\x\\jawaban.csv", "jawaban.csv"},
      {"a\\\"b.csv", "a\"b.csv"},
      {"a%22b.csv", "a\"b.csv"},
      {"a%0d%0ab.csv", "ab.csv"},
      {"..", ""},
      {"a/", ""},
      {"\xff.csv", ""},
      {"laporan \xc3\xa9.csv", "laporan \xc3\xa9.csv"},
      {std::string(198, 'a') + "\xc3\xa9\xc3\xa9", std::string(198, 'a') + "\xc3\xa9"},
  };
  for (const auto& [sent, shown] : cases) {
    const auto form = read_multipart(file(sent, "x") + "--b--", "b");
    ASSERT_TRUE(form) << sent;
    EXPECT_EQ(form->files.at(0).name, shown) << sent;
  }
}

TEST(MultipartForm, AllowsWhatTheStandardAllows) {
  const std::string end = "--b--";
  for (const std::string& body : std::vector<std::string>{
           end, "--b--\r\n", "preamble\r\n" + end.substr(0, 0) + "--b--", field("a", "b") + end + "\r\nepilogue --b",
           "preamble --b x\r\n" + field("a", "b") + end, "--b \t\r\n" + field("a", "b").substr(5) + end,
           part("content-disposition:form-data;name=a", "b") + end,
           part("X-A: b\r\nContent-Disposition: form-data; name=a", "b") + end,
           part("Content-Disposition: form-data; name=a\r\nContent-Transfer-Encoding: 8bit", "b") + end,
           field("a", "\r\n-- b") + end}) {
    EXPECT_EQ(code_of(read_multipart(body, "b")), "ok") << body;
  }
}

TEST(MultipartForm, SaysWhatIsWrong) {
  const FormLimits limits{.parts = 2, .name_bytes = 5, .value_bytes = 5, .part_header_bytes = 100};
  const std::string end = "--b--";
  const std::vector<std::pair<std::string, std::string>> cases = {
      {"", "form_incomplete"},
      {"--b", "form_incomplete"},
      {"--b\r\n", "form_incomplete"},
      {"--c--", "form_incomplete"},
      {field("a", "b"), "form_incomplete"},
      {field("a", "b") + "--b", "form_incomplete"},
      {field("a", "b") + "--b-", "form_incomplete"},
      {field("a", "b") + "--bx\r\n", "form_part"},
      {"--bx" + field("a", "b") + end, "form_part"},
      {"--b\r\n\r\nb\r\n" + end, "form_part"},
      {"--b\r\nabc\r\n" + end, "form_part"},
      {part("Content-Disposition: attachment; name=a", "b") + end, "form_part"},
      {part("Content-Type: text/plain", "b") + end, "form_part"},
      {part("Content-Disposition: form-data", "b") + end, "form_name"},
      {part("Content-Disposition: form-data; name=\"\"", "b") + end, "form_name"},
      {field("abcdef", "b") + end, "form_name"},
      {field("a\xff", "b") + end, "form_encoding"},
      {part("Content-Disposition: form-data; name=\"a", "b") + end, "form_part"},
      {part("Content-Disposition: form-data; name=a; name=b", "b") + end, "form_part"},
      {part("Content-Disposition: form-data; name=a\r\nContent-Disposition: form-data; name=b", "b") + end,
       "form_part"},
      {part("Content-Disposition: form-data; name=a\r\n b", "b") + end, "form_part"},
      {part("Content-Disposition: form-data; name=a\nX: b", "b") + end, "form_part"},
      {part("Content-Disposition: form-data; name=a\r\nContent-Transfer-Encoding: base64", "b") + end, "form_part"},
      {part("Content-Disposition: form-data; name=a\r\nX: " + std::string(100, 'x'), "b") + end, "form_part"},
      {field("a", "--b") + end, "form_part"},
      {field("a", "123456") + end, "form_too_long"},
      {field("a", "\xff") + end, "form_encoding"},
      {field("a", std::string(1, '\0')) + end, "form_encoding"},
      {field("a", "1") + field("b", "2") + field("c", "3") + end, "form_too_many_parts"},
      {field("a", "1") + field("b", "2") + end, "ok"},
  };
  for (const auto& [body, code] : cases) EXPECT_EQ(code_of(read_multipart(body, "b", limits)), code) << body;
}

TEST(MultipartForm, NeedsAGoodBoundary) {
  for (const std::string& boundary :
       {std::string(), std::string(71, 'a'), std::string("a "), std::string("a\"b"), std::string("a\r\n")}) {
    EXPECT_EQ(code_of(read_multipart("--" + boundary + "--", boundary)), "form_boundary") << boundary;
  }
  EXPECT_EQ(code_of(read_multipart("--" + std::string(70, 'a') + "--", std::string(70, 'a'))), "ok");
  EXPECT_EQ(code_of(read_multipart("--a'()+_,-./:=? b--", "a'()+_,-./:=? b")), "ok");
}

TEST(Form, IsReadByItsContentType) {
  const auto code = [](std::string_view type, std::string body) {
    Request request;
    request.body = std::move(body);
    request.headers = {{"Content-Type", type}};
    return code_of(read_form(request));
  };
  EXPECT_EQ(code("application/x-www-form-urlencoded", "a=b"), "ok");
  EXPECT_EQ(code("application/x-www-form-urlencoded; charset=UTF-8", "a=b"), "ok");
  EXPECT_EQ(code("multipart/form-data; boundary=b", field("a", "b") + "--b--"), "ok");
  EXPECT_EQ(code("Multipart/Form-Data; Boundary=\"b\"", field("a", "b") + "--b--"), "ok");
  EXPECT_EQ(code("multipart/form-data", "x"), "form_type");
  EXPECT_EQ(code("multipart/mixed; boundary=b", "x"), "form_type");
  EXPECT_EQ(code("multipart/form-data; boundary=b; boundary=c", "x"), "form_type");
  EXPECT_EQ(code("application/json", "{}"), "form_type");
  EXPECT_EQ(code("", "a=b"), "form_type");
  EXPECT_EQ(code_of(read_form(Request{})), "form_type");
}

}  // namespace
}  // namespace prima::http
