// Letters as documents that Word, WPS and LibreOffice open.
#pragma once
#include <filesystem>
#include <string_view>

#include "models/base/text.hpp"

namespace sise {

/// A letter in the Markdown that letter() writes ("# " title, "## " heading, "- " item, other lines paragraphs) as Office Open XML
/// (ECMA-376, WordprocessingML): A4, styles by name, Chinese in FangSong and SimHei. The same bytes for the same
/// letter. Throws OutputError.
void write_docx(const std::filesystem::path& path, std::string_view markdown, Language language);

}  // namespace sise
