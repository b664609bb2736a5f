// Writes the gallery of components and the assets it loads into a folder: id page, en page, assets/.

#include <filesystem>
#include <fstream>
#include <iostream>
#include <string>
#include <string_view>

#include "gallery.h"
#include "html/asset.h"

namespace {

void write(const std::filesystem::path& path, std::string_view bytes) {
  std::filesystem::create_directories(path.parent_path());
  std::ofstream out(path, std::ios::binary);
  out.write(bytes.data(), static_cast<std::streamsize>(bytes.size()));
}

}  // namespace

int main(int argc, char** argv) {
  if (argc != 2) {
    std::cerr << "use: html_gallery FOLDER\n";
    return 2;
  }
  const std::filesystem::path folder = argv[1];
  write(folder / "index.html", prima::html::gallery::page(prima::Language::id));
  write(folder / "en" / "index.html", prima::html::gallery::page(prima::Language::en));
  for (const auto& asset : prima::html::assets()) {
    write(folder / std::string(asset.url).substr(1), asset.file->bytes);
  }
  return 0;
}
