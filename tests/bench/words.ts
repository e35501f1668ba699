/** Syllables of Vietnamese news, the most common first. */
const SYLLABLES =
  `của và các có trong là được cho người những với đã không một này tại về để từ đến khi năm sẽ vào ra công nhà ngày làm cũng trên nhiều sau phát đó thành quốc chính phủ tỉnh địa phương huyện xã nông dân sông nước lũ bão mưa lớn gió mạnh đê cầu đường giao thông xây dựng trường học sinh giáo viên bệnh viện bác sĩ sức khỏe kinh tế thị giá tăng giảm doanh nghiệp vốn đầu tư dự án tiến độ khởi khánh ban lãnh đạo ủy hội đồng đại biểu chủ tịch bí thư cán bộ chiến công an quân đội biên giới hải đảo biển tàu thuyền cá tôm lúa gạo trái cây vườn dừa mía chợ nổi du lịch khách di sản văn hóa lễ truyền thống nghệ thuật âm nhạc phim ảnh báo chí phóng đài hình thanh thể thao bóng đá vận động huy chương quyết hợp long vượt kế hoạch mùa khô hạn mặn ngọt thủy lợi kênh rạch ấp khu nghiệp cảng sân bay điện mặt trời năng lượng tái tạo môi rừng ngập bảo vệ cháy`.split(
    ' ',
  );

/** Numbers in [0, 1) that are the same at every run (mulberry32). */
export function seeded(seed: number): () => number {
  let state = seed;
  return () => {
    state = (state + 0x6d2b79f5) | 0;
    let t = Math.imul(state ^ (state >>> 15), 1 | state);
    t = (t + Math.imul(t ^ (t >>> 7), 61 | t)) ^ t;
    return ((t ^ (t >>> 14)) >>> 0) / 4_294_967_296;
  };
}

/** So many words, few of them often and many seldom, as in a language. */
export function words(count: number, random: () => number): string {
  const pick = (): string => SYLLABLES[Math.floor(random() ** 2 * SYLLABLES.length)] ?? '';
  return Array.from({ length: count }, pick).join(' ');
}

/** So many words of Vietnamese news; the same for the same seed. */
export const madeUpWords = (count: number, seed: number): string => words(count, seeded(seed + 1));
