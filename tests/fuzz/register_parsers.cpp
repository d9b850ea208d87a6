// The files of a register: risk points, enterprises, hidden dangers, detectors, townships. One file at a time is damaged.
#include <map>
#include <memory>

#include "gis_io/projection.hpp"
#include "gis_io/read/project/load_register.hpp"
#include "gis_io/read/project/project_config.hpp"
#include "gis_io/read/project/reading.hpp"
#include "tests/fuzz/parser_kit.hpp"
#include "tests/support/townships.hpp"

namespace sise::testing {
namespace {

const char* const kSources = R"(live_time = "2026-03-16 08:10:00"
[[register.points]]
source = "points.csv"
crs = "EPSG:4549"
point_method = "lec_ge"
[[register.live]]
source = "live.csv"
crs = "EPSG:4549"
[register.enterprises]
source = "enterprises.csv"
crs = "EPSG:4549"
[register.hidden_dangers]
source = "dangers.csv"
[register.hidden_dangers.dictionary]
level = "st_fxsb"
)";

const std::map<std::string, std::string>& sound_files() {
  static const std::map<std::string, std::string> kFiles{
      {"points.csv",
       "风险点编号,企业名称,统一社会信用代码,风险点,L,E,C,评估日期,x,y\n"
       "P1,甲公司,91329900MA0000015H,液氯库,6,3,7,2026-03-01,500500,3500500\n"
       "P2,乙公司,,仓库,0.5,2,3,2025-07-24,501500,3502500\n"},
      {"enterprises.csv",
       "统一社会信用代码,企业名称,曾用名,行业领域,从业人员数量,12月处罚,应报告,已报告,生产状态,x,y\n"
       "91329900MA0000015H,甲公司,老甲,危险化学品,89,无,是,否,未停产,500500,3500500\n"},
      {"dangers.csv",
       "隐患编号,企业名称,风险点编号,隐患等级,检查时间,期限整改时间,验收时间,整改状态,挂牌督办\n"
       "Y1,甲公司,P1,1,2025-11-06,2025-11-13,2025-11-18,已销号,否\n"},
      {"live.csv",
       "探测器编号,风险点编号,气体,单位,监测值,监测时间,采集间隔,x,y\n"
       "D1,P1,可燃气体,%LEL,26,2026-03-16 08:08:00,60,,\n"
       "D2,P2,硫化氢,mg/m3,21,2026-03-16 07:00:00,60,,\n"},
      {"areas.csv", kTownshipsCsv}};
  return kFiles;
}

/// The rules of the register, read once: files are read into a copy of it that has no rows.
struct SoundRegister {
  ProjectConfig config;
  std::unique_ptr<Projection> projection;
  Register reg;

  SoundRegister() {
    const TempFolder& folder = fuzz_folder();
    for (const auto& [name, text] : sound_files()) folder.write(name, text);
    config = parse_project(folder.write("register.toml", townships_register("areas.csv", kSources)));
    projection = open_projection(config.grid.crs, config.grid.crs_where);
    reg = load_register(config, *projection).reg;
    reg.points.clear();
    reg.enterprises.clear();
    reg.dangers.clear();
    reg.detectors.clear();
  }
};

void read_again(const SoundRegister& sound, Problems& problems) {
  const Crs crs = grid_crs(sound.config.grid.crs, sound.config.grid.crs_where);
  const RegisterGround ground{crs, *sound.projection, sound.reg.cells, {}};
  Register reg = sound.reg;
  static_cast<void>(read_boundary_sets(sound.config.areas, ground, problems));
  for (const RegisterSource& source : read_register(*sound.config.reg, ground, reg, problems)) {
    for (const Diagnostic& row : source.lost) problems.add(row);
  }
}

Parser file_of_register(const std::string& name) {
  const std::string file = name + ".csv";
  return {name,
          {sound_files().at(file)},
          [file](std::string_view bytes) {
            return found_by([&](Problems& problems) {
              static const SoundRegister kSound;
              for (const auto& [other, text] : sound_files())
                fuzz_folder().write(other, other == file ? std::string(bytes) : text);
              read_again(kSound, problems);
            });
          },
          5};
}

}  // namespace

std::vector<Parser> parsers_of_registers() {
  return {file_of_register("points"), file_of_register("enterprises"), file_of_register("dangers"),
          file_of_register("live"), file_of_register("areas")};
}

}  // namespace sise::testing
