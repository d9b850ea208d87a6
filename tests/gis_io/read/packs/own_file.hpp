// A pack of one's own for as long as a test lasts.
#pragma once
#include <unistd.h>

#include <boost/test/unit_test.hpp>
#include <filesystem>
#include <fstream>
#include <sstream>
#include <string>

namespace sise::test {

/// The text of a built-in file, named below data/.
inline std::string built_in(const std::string& name) {
  std::ifstream file(std::string(SISE_SOURCE_DIR) + "/data/" + name);
  BOOST_REQUIRE(file.good());
  std::ostringstream text;
  text << file.rdbuf();
  return text.str();
}

/// With the first `from` replaced.
inline std::string replaced(std::string text, const std::string& from, const std::string& to) {
  const std::size_t at = text.find(from);
  BOOST_REQUIRE_MESSAGE(at != std::string::npos, from);
  return text.replace(at, from.size(), to);
}

class OwnFile {
 public:
  OwnFile(const std::string& name, const std::string& text)
      : folder_(std::filesystem::temp_directory_path() / ("sise_pack_" + std::to_string(::getpid()))) {
    std::filesystem::create_directories(folder_);
    std::ofstream(folder_ / name) << text;
  }
  ~OwnFile() { std::filesystem::remove_all(folder_); }
  OwnFile(const OwnFile&) = delete;
  OwnFile& operator=(const OwnFile&) = delete;
  OwnFile(OwnFile&&) = delete;
  OwnFile& operator=(OwnFile&&) = delete;

  [[nodiscard]] const std::filesystem::path& folder() const { return folder_; }

 private:
  std::filesystem::path folder_;
};

}  // namespace sise::test
